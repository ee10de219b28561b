with

ended as materialized (
    select series.series, result.ordinal, result.status
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
),

recent as (
    select series, max(ordinal, 2) as ordinals, arg_max(status, ordinal) as status
    from ended
    group by series
),

broken as (
    select recent.series, coalesce(max(ended.ordinal), -1) as ordinal
    from recent
    left join ended on recent.series = ended.series and recent.status <> ended.status
    group by recent.series
),

run as (
    select ended.series, count(*) as since_periods
    from ended
    inner join broken using (series)
    where ended.ordinal > broken.ordinal
    group by ended.series
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
        when compared.published is null then ''
        when result.published > compared.published then 'up'
        when result.published < compared.published then 'down'
        else 'level'
    end as arrow,
    '' as reason,
    result.reported_on,
    result.marker::varchar as marker,
    result.qualifier::varchar as qualifier,
    '' as parts,
    run.since_periods,
    previous.status::varchar as previous_status,
    (previous.published * series.step)::decimal(28, 10) as previous_value,
    '' as late_period,
    0 as late_days,
    null::date as next_due
from recent
inner join run using (series)
inner join series using (series)
inner join result
    on recent.series = result.series and recent.ordinals[1] = result.ordinal
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
left join result as compared
    on result.series = compared.series and result.compared_ordinal = compared.ordinal
left join target as deciding
    on
        series.position = deciding.position
        and result.ordinal = deciding.ordinal
        and deciding.decides
left join result as previous
    on recent.series = previous.series and recent.ordinals[2] = previous.ordinal
