-- One source's rows, each with what it means or with the reason why it cannot be used (method 1, 2).
insert into resolved
with placed as (
    select
        i.line,
        i."row",
        t.position,
        c.code as cell,
        p.code as period,
        p.starts,
        coalesce(i.reported, p.following) as reported_on,
        i.value_left,
        i.numerator_left,
        i.denominator_left,
        i.reported_left,
        i.period as period_given,
        coalesce(i.value, formatted_number(i.value_left)) as value,
        coalesce(i.numerator, formatted_number(i.numerator_left)) as numerator,
        coalesce(i.denominator, formatted_number(i.denominator_left)) as denominator,
        p.qualifier as period_qualifier,
        concat_ws('; ', nullif(i.note, ''), nullif(p.note, '')) as note,
        t.scale,
        t.decimals,
        t.percent,
        coalesce(i.fault, t.fault, c.fault, p.fault) as fault
    from incoming i
    left join topic t on t.measure = i.measure and t.breakdown = i.breakdown
    left join cell c on c.breakdown = i.breakdown and c.member = i.member
    left join period_text p on p.frequency = t.frequency and p.text = i.period
),

marked as (
    select
        *,
        coalesce(
            marker_of(without_qualifier(value_left)),
            case
                when value is null and value_left is null
                    then coalesce(marker_of(numerator_left), marker_of(denominator_left))
            end
        ) as marker
    from placed
),

weighed as (
    select
        *,
        case
            when marker is null and denominator > 0 then exact_quotient(numerator, denominator, scale)
        end as ratio
    from marked
)

select
    $origin,
    line,
    "row",
    position,
    cell,
    period,
    starts,
    reported_on,
    -- method 2: where both are given, the ratio wins.
    case when marker is null then coalesce(ratio, value) when marker = 'low' then 0 end,
    case when marker is null then numerator end,
    case when marker is null then denominator end,
    case when value is not null and ratio is not null and not published_alike(value, ratio, decimals) then value end,
    coalesce(marker, ''),
    case when value_left is null then coalesce(period_qualifier, '')
        else coalesce(nullif(qualifier_of(value_left), ''), period_qualifier, '') end,
    note,
    case
        when fault is not null then fault
        when reported_left is not null
            then 'reported_on ' || quoted(reported_left) || ' is not a date (write it like 2020-07-20)'
        when reported_on < starts
            then 'reported on ' || reported_on || ', before the period ' || trim(period_given) || ' began'
        when value is null and value_left is not null and marker is null
            then not_an_amount('value', value_left)
        when numerator is null and numerator_left is not null and marker_of(numerator_left) is null
            then not_an_amount('numerator', numerator_left)
        when denominator is null and denominator_left is not null and marker_of(denominator_left) is null
            then not_an_amount('denominator', denominator_left)
        when marker is not null then null
        when value_left is not null and not percent and is_percentage(value_left)
            then 'value ' || quoted(value_left) || ' is a percentage, and the measure is not'
        when denominator = 0
            then 'the denominator is zero (where nothing was due, write [z] as the value)'
        when denominator < 0 then 'the denominator ' || quoted(denominator::varchar) || ' is negative'
        when value is null and (numerator is null or denominator is null)
            then 'neither a value nor both a numerator and a denominator'
        when numerator is not null and denominator is not null and ratio is null
            then 'numerator divided by denominator is too large a number'
    end
from weighed
