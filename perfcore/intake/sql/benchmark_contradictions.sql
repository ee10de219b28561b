-- method 2: two different values of one vintage are both rejected; identical repeats count once.
insert into fault
with compared as (
    select
        origin,
        line,
        reported_on,
        first_value($places[origin] || ' row ' || "row") over vintage as first_place,
        row_number() over vintage as turn,
        min(amount_given(value, lower, upper, marker)) over whole as least,
        max(amount_given(value, lower, upper, marker)) over whole as most
    from resolved_benchmark
    where fault is null
    window
        whole as (partition by position, area_code, starts, reported_on),
        vintage as (partition by position, area_code, starts, reported_on order by origin, line)
)

select
    origin,
    line,
    case
        when least = most then 'repeats ' || first_place || ', which is counted'
        else 'different values reported on ' || reported_on || ' for one period: ' || least || ' and ' || most
    end
from compared
where least <> most or turn > 1
order by origin, line
