-- what is withheld together, and what the members do not account for
select
    kind,
    members,
    '' as member,
    '' as name,
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
order by kind desc
