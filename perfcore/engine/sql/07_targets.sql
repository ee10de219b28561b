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
),

stated as (
    select row.* from given
)

select
    stated.*,
    -- The line to meet; where a target is stated by its boundaries, that is the boundary of green.
    case when measure.good <> 'none' then coalesce(
        stated.value,
        case
            when stated.form = 'thresholds' and (stated.green_low is null or stated.green_high is null)
                then coalesce(stated.green_low, stated.green_high)
        end
    ) end as aim,
    case when measure.good <> 'none' then coalesce(
        stated.low, case when stated.form = 'thresholds' and stated.green_high is not null then stated.green_low end
    ) end as aim_low,
    case when measure.good <> 'none' then coalesce(
        stated.high, case when stated.form = 'thresholds' and stated.green_low is not null then stated.green_high end
    ) end as aim_high
from stated
inner join measure on measure.measure = stated.measure
order by stated.rule;

-- method 3, the target in force for a period. Kind local decides; another only where it is alone.
create or replace table target_in_force as
with in_force as (
    select target_rule.rule, target_rule.kind, measure.position, calendar_period.ordinal
    from target_rule
    inner join measure using (measure)
    inner join calendar_period
        on calendar_period.frequency = measure.frequency
        and calendar_period.starts >= target_rule.from_day
        and calendar_period.starts < target_rule.to_day
)

select
    position,
    ordinal,
    rule,
    kind = 'local' or count(*) over (partition by position, ordinal) = 1 as decides
from in_force
order by position, ordinal, rule;

create or replace view target as
select
    target_rule.measure,
    calendar_period.period,
    calendar_period.starts,
    target_rule.kind,
    target_rule.form,
    target_rule.value,
    target_rule.low,
    target_rule.high,
    target_rule.green_low,
    target_rule.green_high,
    target_rule.amber_low,
    target_rule.amber_high,
    target_rule.exceptional_low,
    target_rule.exceptional_high,
    target_rule.tolerance,
    target_rule.exceptional,
    target_rule.since,
    target_rule.why,
    target_in_force.decides,
    target_rule.problem,
    target_rule.rule,
    target_in_force.position,
    target_in_force.ordinal
from target_in_force
inner join target_rule using (rule)
inner join measure using (position)
inner join calendar_period
    on calendar_period.frequency = measure.frequency and calendar_period.ordinal = target_in_force.ordinal;
