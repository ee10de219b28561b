insert into benchmark
select
    $measures[b.position],
    b.area_code,
    b.area_name,
    $periods[b.period],
    b.starts,
    b.value,
    b.lower,
    b.upper,
    b.marker,
    b.qualifier,
    b.reported_on,
    $files[b.origin],
    $sheets[b.origin],
    b."row"
from resolved_benchmark b
anti join fault f on f.origin = b.origin and f.line = b.line
order by b.position, b.area_code, b.starts, b.reported_on, b.origin, b.line
