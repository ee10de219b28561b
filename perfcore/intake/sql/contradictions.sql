-- method 2: two different values of one vintage are both rejected; identical repeats count once.
insert into fault
with rivals as (
    select r.*, $places[r.origin] as place
    from resolved r
    semi join repeated
        on repeated.measure = ($measures::measure_id[])[r.position]
        and repeated.breakdown = ($breakdowns::breakdown_id[])[r.cell]
        and repeated.member = ($members::member_name[])[r.cell]
        and repeated.starts = r.starts
        and repeated.reported_on = r.reported_on
    where r.fault is null
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
