-- method 7: the forecasts, a row for each period to the end of the year, and what is said of each measure.
create or replace table forecast as
with given as (
    select unnest(from_json(
        $rows,
        '[{"measure": "varchar", "ordinal": "integer", "value": "decimal(28,10)", "low": "decimal(28,10)",
           "high": "decimal(28,10)", "inner_low": "decimal(28,10)", "inner_high": "decimal(28,10)"}]'
    )) as row
)

select
    given.row.measure,
    calendar_period.period,
    calendar_period.starts,
    calendar_period.ends,
    given.row.value,
    given.row.low,
    given.row.high,
    given.row.inner_low,
    given.row.inner_high
from given
inner join measure on measure.measure = given.row.measure
inner join calendar_period
    on calendar_period.frequency = measure.frequency and calendar_period.ordinal = given.row.ordinal
order by measure.position, calendar_period.starts;

create or replace table forecast_verdict as
with given as (
    select unnest(from_json(
        $verdicts,
        '[{"measure": "varchar", "refusal": "varchar", "method": "varchar", "error_ratio": "double",
           "inside": "integer", "tested": "integer", "origins": "integer", "points": "integer",
           "seen_low": "double", "seen_high": "double", "ordinal": "integer", "chance": "double",
           "status": "varchar", "run_periods": "integer", "run_needed": "decimal(28,10)",
           "run_best": "decimal(28,10)", "scale": "varchar", "mean": "double", "half_width": "double",
           "so_far": "double"}]'
    )) as row
)

select
    given.row.measure,
    given.row.refusal,
    given.row.method,
    given.row.error_ratio,
    given.row.inside,
    given.row.tested,
    given.row.origins,
    given.row.points,
    given.row.seen_low,
    given.row.seen_high,
    coalesce(calendar_period.period, '') as period,
    calendar_period.starts,
    calendar_period.ends,
    forecast.value,
    forecast.low,
    forecast.high,
    target_rule.value as target,
    target_rule.low as target_low,
    target_rule.high as target_high,
    target_rule.green_low,
    target_rule.green_high,
    given.row.chance,
    given.row.status,
    given.row.run_periods,
    given.row.run_needed,
    given.row.run_best,
    given.row.scale,
    given.row.mean,
    given.row.half_width,
    given.row.so_far
from given
inner join measure on measure.measure = given.row.measure
left join calendar_period
    on calendar_period.frequency = measure.frequency and calendar_period.ordinal = given.row.ordinal
left join forecast on forecast.measure = given.row.measure and forecast.starts = calendar_period.starts
left join target_in_force
    on target_in_force.position = measure.position
    and target_in_force.ordinal = given.row.ordinal
    and target_in_force.decides
left join target_rule on target_rule.rule = target_in_force.rule
order by measure.position;
