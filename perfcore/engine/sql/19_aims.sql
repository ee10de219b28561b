-- method 7: what is to be met in the last period that is forecast.
with last_ahead as (
    select series.position, series.frequency, max(calendar_period.ordinal) as ordinal
    from series
    inner join (
        select series, max(ordinal) as ordinal
        from result
        where published is not null and marker = ''::marker_code and complete
        group by series
    ) as newest on newest.series = series.series
    inner join calendar_period as next
        on next.frequency = series.frequency and next.ordinal = newest.ordinal + 1
    inner join calendar_period
        on calendar_period.frequency = series.frequency and calendar_period.year_starts = next.year_starts
    where series.headline
    group by series.position, series.frequency
)

select
    measure.measure,
    measure.good,
    measure.decimals,
    measure.shape,
    cast(target_rule.value as double) as target,
    cast(target_rule.green_low as double) as green_low,
    cast(target_rule.green_high as double) as green_high,
    cast(target_rule.amber_low as double) as amber_low,
    cast(target_rule.amber_high as double) as amber_high,
    cast(target_rule.exceptional_low as double) as exceptional_low,
    cast(target_rule.exceptional_high as double) as exceptional_high
from measure
left join last_ahead on last_ahead.position = measure.position
left join target_in_force
    on target_in_force.position = measure.position
    and target_in_force.ordinal = last_ahead.ordinal
    and target_in_force.decides
left join target_rule on target_rule.rule = target_in_force.rule
order by measure.position;
