-- method 2: two different values of one vintage are both rejected; identical repeats count once.
insert into fault
with rivals as (
    select o.*, $places[o.origin] as place from ordered o semi join repeated using (position, cell, starts, reported_on)
),

compared as (
    select
        *,
        first_value(place || ' row ' || "row") over vintage as first_place,
        row_number() over vintage as turn,
        min(amount_given(value, numerator, denominator, marker)) over whole as least,
        max(amount_given(value, numerator, denominator, marker)) over whole as most
    from rivals
    window
        whole as (partition by position, cell, starts, reported_on),
        vintage as (partition by position, cell, starts, reported_on order by origin, line)
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
