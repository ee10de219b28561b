-- what each member adds to a change or a gap, the greatest first; what is withheld or unexplained last
with made as (
    select
        'member' as kind,
        1 as members,
        made.*
    from contributions_of($split, $ordinal, $versus, $first_series, $last_series) as made
    union all
    select
        kind,
        members,
        '' as member,
        1000000 as place,
        value_from,
        value_to,
        null as numerator_from,
        null as denominator_from,
        null as numerator_to,
        null as denominator_to,
        rate_effect,
        mix_effect,
        contribution
    from remainder
    where split = $split and ordinal = $ordinal and versus = $versus::versus_code
)

select
    made.kind,
    made.members,
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
from made
left join place on place.breakdown = $breakdown and place.kind = 'hex' and place.code = made.member
left join measure as part on $breakdown = 'parts' and part.measure = made.member
order by made.kind = 'member' desc, abs(made.contribution) desc, made.member
