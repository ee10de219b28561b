-- Other councils' figures, row by row: what each means, or why it cannot be used (method 1, 2, 8).
insert into resolved_benchmark
with placed as (
    select
        i.* exclude (measure, period),
        t.position,
        t.percent,
        p.code as period,
        p.starts,
        coalesce(i.reported, p.following) as reported_on,
        i.period as period_given,
        coalesce(i.value, formatted_number(i.value_left)) as amount,
        marker_of(without_qualifier(i.value_left)) as marker,
        coalesce(i.lower, formatted_number(i.lower_left)) as lower_amount,
        coalesce(i.upper, formatted_number(i.upper_left)) as upper_amount,
        coalesce(p.qualifier, '') as period_qualifier,
        coalesce(i.fault, t.fault, p.fault) as known_fault
    from incoming i
    left join topic t on t.measure = i.measure and t.breakdown = ''
    left join period_text p on p.frequency = t.frequency and p.text = i.period
)

select
    $origin,
    line,
    "row",
    position,
    trim(area_code),
    trim(area_name),
    period,
    starts,
    reported_on,
    case when marker is null then amount when marker = 'low' then 0 end,
    case when marker is null then lower_amount end,
    case when marker is null then upper_amount end,
    coalesce(marker, ''),
    case when value_left is null then period_qualifier
        else coalesce(nullif(qualifier_of(value_left), ''), period_qualifier) end,
    case
        when known_fault is not null then known_fault
        when trim(area_code) = '' then 'the area_code is empty'
        when reported_left is not null
            then 'reported_on ' || quoted(reported_left) || ' is not a date (write it like 2020-07-20)'
        when reported_on < starts
            then 'reported on ' || reported_on || ', before the period ' || trim(period_given) || ' began'
        when amount is null and value_left is null then 'the value is empty'
        when amount is null and marker is null then not_an_amount('value', value_left)
        when marker is not null then null
        when value_left is not null and not percent and is_percentage(value_left)
            then 'value ' || quoted(value_left) || ' is a percentage, and the measure is not'
        when lower_amount is null and lower_left is not null and marker_of(lower_left) is null
            then not_an_amount('lower', lower_left)
        when upper_amount is null and upper_left is not null and marker_of(upper_left) is null
            then not_an_amount('upper', upper_left)
    end
from placed
