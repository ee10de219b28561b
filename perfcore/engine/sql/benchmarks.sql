select measure, area_code, starts, arg_max(value, reported_on)
from (
    select measure, area_code, starts, value, coalesce(reported_on, date '0001-01-01') as reported_on
    from benchmark
)
where reported_on <= $as_at and value is not null
group by measure, area_code, starts
