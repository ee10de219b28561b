with

recent as (
    select series.series, max(result.ordinal, 2) as ordinals
    from series
    inner join result using (series)
    inner join calendar_period
        on
            series.frequency = calendar_period.frequency
            and result.ordinal = calendar_period.ordinal
    where
        series.headline
        and calendar_period.ends <= $until
        and result.status not in ('no_data', 'not_due')
    group by series.series
)

select
    series.measure,
    here.period,
    here.starts,
    here.ends,
    (result.published * series.step)::decimal(28, 10) as value,
    case when series.judged then deciding.value end as target,
    case when series.judged then deciding.low end as target_low,
    case when series.judged then deciding.high end as target_high,
    result.status::varchar as status,
    result.direction::varchar as direction,
    case
        when result.compared is null then ''
        when result.published > result.compared then 'up'
        when result.published < result.compared then 'down'
        else 'level'
    end as arrow,
    '' as reason,
    result.reported_on,
    result.marker::varchar as marker,
    result.qualifier::varchar as qualifier,
    '' as parts,
    null::bigint as since_periods,
    previous.status::varchar as previous_status,
    (previous.published * series.step)::decimal(28, 10) as previous_value,
    '' as late_period,
    0 as late_days,
    null::date as next_due
from recent
inner join series using (series)
inner join result
    on recent.series = result.series and recent.ordinals[1] = result.ordinal
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
left join target as deciding
    on
        series.position = deciding.position
        and result.ordinal = deciding.ordinal
        and deciding.decides
left join result as previous
    on recent.series = previous.series and recent.ordinals[2] = previous.ordinal
