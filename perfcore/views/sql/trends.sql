select
    measure,
    starts,
    value::double as value,
    target::double as target
from status
where
    breakdown = ''
    and measure in (select unnest($measures))
    and ($until is null or ends <= $until)
qualify row_number() over (partition by measure order by starts desc) <= $points
order by measure, starts
