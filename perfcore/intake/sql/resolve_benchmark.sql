-- Other councils' figures, row by row: what each means, or why it cannot be used (method 1, 2, 8).
insert into resolved_benchmark
with met as (
    select
        i.*,
        bare_cell(i.value_left) as value_cell,
        bare_cell(i.lower_left) as lower_cell,
        bare_cell(i.upper_left) as upper_cell,
        t.position,
        t.percent,
        p.code as period_code,
        p.starts,
        coalesce(i.reported, p.following) as reported_on,
        coalesce(p.qualifier, '') as period_qualifier,
        coalesce(i.fault, t.fault, p.fault) as known_fault
    from incoming i
    left join topic t on t.measure = i.measure and t.breakdown = ''
    left join period_text p on p.frequency = t.frequency and p.text = i.period
),

amounts as (
    select
        *,
        coalesce(value, number_in(value_cell)) as given,
        coalesce(lower, number_in(lower_cell)) as lower_limit,
        coalesce(upper, number_in(upper_cell)) as upper_limit,
        marker_of(value_cell) as marker,
        marker_of(lower_cell) as lower_marker,
        marker_of(upper_cell) as upper_marker
    from met
),

marked as (
    select
        *,
        case
            when given is null and marker is null and value_cell is not null then 'value'
            when lower_limit is null and lower_marker is null and lower_cell is not null then 'lower'
            when upper_limit is null and upper_marker is null and upper_cell is not null then 'upper'
        end as odd
    from amounts
)

select
    $origin,
    line,
    "row",
    position,
    trim(area_code),
    trim(area_name),
    period_code,
    starts,
    reported_on,
    case when marker is null then given when marker = 'low' then 0 end,
    case when marker is null then lower_limit end,
    case when marker is null then upper_limit end,
    coalesce(marker, ''),
    coalesce(nullif(qualifier_of(value_left), ''), period_qualifier),
    case
        when known_fault is not null then known_fault
        when trim(area_code) = '' then 'the area_code is empty'
        when reported_left is not null
            then 'reported_on ' || quoted(reported_left) || ' is not a date (write it like 2020-07-20)'
        when reported_on < starts
            then 'reported on ' || reported_on || ', before the period ' || trim(period) || ' began'
        when odd is not null then not_an_amount(
            odd, case odd when 'value' then value_cell when 'lower' then lower_cell else upper_cell end
        )
        when marker is not null then null
        when given is null then 'the value is empty'
        when not percent and ends_with(rtrim(value_cell, ' )'), '%')
            then 'value ' || quoted(value_cell) || ' is a percentage, and the measure is not'
    end
from marked
