insert into observation
select
    $measures[position],
    $breakdowns[cell],
    $members[cell],
    $periods[period],
    starts,
    value,
    numerator,
    denominator,
    marker,
    qualifier,
    note,
    reported_on,
    $files[origin],
    $sheets[origin],
    "row"
from ordered
