-- method 2: the value and the ratio must agree to the published precision.
insert into intake_warning
select
    $files[origin],
    $sheets[origin],
    "row",
    'value ' || plain(given) || ' is not ' || plain(numerator) || ' / ' || plain(denominator)
    || ', which gives ' || plain(value) || '; the ratio is used'
from resolved
where given is not null and fault is null
order by origin, line
