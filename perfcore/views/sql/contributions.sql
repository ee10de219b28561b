-- what each member adds to a change or a gap, the greatest first
select
    'member' as kind,
    1 as members,
    made.member,
    coalesce(place.name, part.name, made.member) as name,
    made.value_from,
    made.value_to,
    made.numerator_from,
    made.denominator_from,
    made.numerator_to,
    made.denominator_to,
    made.rate_effect,
    made.mix_effect,
    made.contribution
from contributions_of($split, $ordinal, $compared_ordinal, $versus, $first_series, $last_series) as made
left join place on place.breakdown = $breakdown and place.kind = 'hex' and place.code = made.member
left join measure as part on $breakdown = 'parts' and part.measure = made.member
order by abs(made.contribution) desc, made.member
