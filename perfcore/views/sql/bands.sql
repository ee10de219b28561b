-- the boundaries by which the whole's figure is judged, counted in its last decimal place
select
    target_rule.green_first,
    target_rule.green_last,
    target_rule.amber_first,
    target_rule.amber_last,
    target_rule.exceptional_first,
    target_rule.exceptional_last
from measure
inner join calendar_period
    on calendar_period.frequency = measure.frequency and calendar_period.period = $period
inner join target_in_force
    on target_in_force.position = measure.position and target_in_force.ordinal = calendar_period.ordinal
inner join target_rule using (rule)
where
    measure.measure = $measure
    and target_in_force.decides
    and (target_rule.green_first is not null or target_rule.green_last is not null)
