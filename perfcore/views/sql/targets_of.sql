select
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
    coalesce(target_rule.tolerance, '') as tolerance,
    coalesce(target_rule.exceptional, '') as exceptional,
    coalesce(target_rule.since, '') as since,
    coalesce(target_rule.why, '') as why,
    target_in_force.decides,
    calendar_period.period,
    calendar_period.starts,
    calendar_period.starts <= coalesce($until, (select day from as_at))
    and calendar_period.starts < coalesce(measure.retired_from, 'infinity'::date) as past
from measure
inner join target_in_force using (position)
inner join target_rule using (rule)
inner join calendar_period
    on
        measure.frequency = calendar_period.frequency
        and target_in_force.ordinal = calendar_period.ordinal
where measure.measure = $measure
order by calendar_period.starts, target_in_force.decides desc, target_rule.kind
