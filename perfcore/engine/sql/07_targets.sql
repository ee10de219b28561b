create or replace table target_rule as
with given as (
    select unnest(from_json(
        $rows,
        '[{"rule": "integer", "measure": "varchar", "kind": "varchar", "form": "varchar", "from_day": "date",
           "to_day": "date", "value": "decimal(28,10)", "low": "decimal(28,10)", "high": "decimal(28,10)",
           "green_low": "decimal(28,10)", "green_high": "decimal(28,10)", "amber_low": "decimal(28,10)",
           "amber_high": "decimal(28,10)", "exceptional_low": "decimal(28,10)", "exceptional_high": "decimal(28,10)",
           "green_first": "bigint", "green_last": "bigint", "amber_first": "bigint", "amber_last": "bigint",
           "exceptional_first": "bigint", "exceptional_last": "bigint", "tolerance": "varchar",
           "exceptional": "varchar", "since": "varchar", "why": "varchar", "problem": "varchar", "against": "varchar",
           "exceptional_because": "varchar", "amber_low_because": "varchar", "amber_high_because": "varchar",
           "red_low_because": "varchar", "red_high_because": "varchar"}]'
    )) as row
)
select row.* from given;

-- method 3, the target in force for a period. Kind local decides; another only where it is alone.
create or replace table target as
with in_force as (
    select
        target_rule.*,
        measure.position,
        calendar_period.period,
        calendar_period.starts,
        calendar_period.ordinal
    from target_rule
    inner join measure using (measure)
    inner join calendar_period
        on calendar_period.frequency = measure.frequency
        and calendar_period.starts >= target_rule.from_day
        and calendar_period.starts < target_rule.to_day
)

select
    measure,
    period,
    starts,
    kind,
    form,
    value,
    low,
    high,
    green_low,
    green_high,
    amber_low,
    amber_high,
    exceptional_low,
    exceptional_high,
    tolerance,
    exceptional,
    since,
    why,
    kind = 'local' or count(*) over (partition by position, ordinal) = 1 as decides,
    problem,
    rule,
    position,
    ordinal
from in_force
order by position, ordinal, kind;
