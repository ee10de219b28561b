-- One source's rows, each with what it means or with the reason why it cannot be used (method 1, 2).
insert into resolved
with met as (
    select
        i.* exclude (breakdown, member),
        bare_cell(i.value_left) as value_cell,
        bare_cell(i.numerator_left) as numerator_cell,
        bare_cell(i.denominator_left) as denominator_cell,
        t.position,
        t.scale,
        t.decimals,
        t.percent,
        c.code as cell,
        p.code as period_code,
        p.starts,
        coalesce(i.reported, p.following) as reported_on,
        coalesce(p.qualifier, '') as period_qualifier,
        concat_ws('; ', nullif(i.note, ''), nullif(p.note, '')) as notes,
        coalesce(i.fault, t.fault, c.fault, p.fault) as known_fault
    from incoming i
    left join topic t on t.measure = i.measure and t.breakdown = i.breakdown
    left join cell c on c.breakdown = i.breakdown and c.member = i.member
    left join period_text p on p.frequency = t.frequency and p.text = i.period
),

amounts as (
    select
        *,
        coalesce(value, number_in(value_cell)) as given,
        coalesce(numerator, number_in(numerator_cell)) as upper_part,
        coalesce(denominator, number_in(denominator_cell)) as lower_part,
        marker_of(value_cell) as value_marker,
        marker_of(numerator_cell) as numerator_marker,
        marker_of(denominator_cell) as denominator_marker
    from met
),

marked as (
    select
        *,
        coalesce(
            value_marker,
            case when given is null and value_cell is null then coalesce(numerator_marker, denominator_marker) end
        ) as marker,
        case
            when given is null and value_marker is null and value_cell is not null then 'value'
            when upper_part is null and numerator_marker is null and numerator_cell is not null then 'numerator'
            when lower_part is null and denominator_marker is null and denominator_cell is not null then 'denominator'
        end as odd
    from amounts
),

counted as (
    select *, whole_number(upper_part) as whole_upper, whole_number(lower_part) as whole_lower
    from marked
),

weighed as (
    select
        *,
        case
            when marker is null and lower_part > 0 and upper_part is not null
                then exact_quotient(upper_part, lower_part, whole_upper, whole_lower, scale)
        end as ratio
    from counted
)

select
    $origin,
    line,
    "row",
    position,
    cell,
    period_code,
    starts,
    reported_on,
    -- method 2: where both are given, the ratio wins.
    case when marker is null then coalesce(ratio, given) when marker = 'low' then 0 end,
    case when marker is null then upper_part end,
    case when marker is null then lower_part end,
    case when given is not null and ratio is not null and not published_alike(given, ratio, decimals) then given end,
    coalesce(marker, ''),
    coalesce(nullif(qualifier_of(value_left), ''), period_qualifier),
    notes,
    case
        when known_fault is not null then known_fault
        when reported_left is not null
            then 'reported_on ' || quoted(reported_left) || ' is not a date (write it like 2020-07-20)'
        when reported_on < starts
            then 'reported on ' || reported_on || ', before the period ' || trim(period) || ' began'
        when odd is not null then not_an_amount(
            odd,
            case odd when 'value' then value_cell when 'numerator' then numerator_cell else denominator_cell end
        )
        when marker is not null then null
        when not percent and ends_with(rtrim(value_cell, ' )'), '%')
            then 'value ' || quoted(value_cell) || ' is a percentage, and the measure is not'
        when ends_with(rtrim(numerator_cell, ' )'), '%') or ends_with(rtrim(denominator_cell, ' )'), '%')
            then 'the numerator or denominator is a percentage (write both as amounts, or the percentage as the value)'
        when lower_part = 0 then 'the denominator is zero (where nothing was due, write [z] as the value)'
        when lower_part < 0 then 'the denominator ' || plain(lower_part) || ' is negative'
        when given is null and (upper_part is null or lower_part is null)
            then 'neither a value nor both a numerator and a denominator'
        when upper_part is not null and lower_part is not null and ratio is null
            then 'numerator divided by denominator is too large a number'
    end
from weighed
