-- Every target of every period as a page draws it.
create or replace table target_drawn as
select
    measure.measure,
    measure.retired_from,
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
    calendar_period.period,
    calendar_period.starts
from measure
inner join target_in_force using (position)
inner join target_rule using (rule)
inner join calendar_period
    on calendar_period.frequency = measure.frequency and calendar_period.ordinal = target_in_force.ordinal
order by measure.position, calendar_period.starts, target_in_force.decides desc, target_rule.kind;
