-- Of the measures off target: by how many times its tolerance each has missed, and for how long.
-- The tolerance is the room between the bounds of green and amber on the side that was missed, so
-- it works for targets of zero, ranges and stated boundaries; without room, every miss is large.
-- Stands in a query that has named its measures `standing`.
with

bounded as (
    select
        standing.measure,
        standing.level,
        standing.direction,
        standing.position,
        standing.since_periods * case measure.frequency
            when 'day' then 1
            when 'week' then 7
            when 'month' then 30
            when 'quarter' then 90
            else 360
        end as days,
        case
            when standing.value < target_rule.green_low then target_rule.green_low - standing.value
            else standing.value - target_rule.green_high
        end::double as missed_by,
        case
            when standing.value < target_rule.green_low
                then target_rule.green_low - target_rule.amber_low
            else target_rule.amber_high - target_rule.green_high
        end::double as tolerance
    from standing
    inner join measure using (measure)
    inner join calendar_period
        on
            measure.frequency = calendar_period.frequency
            and standing.period = calendar_period.period
    inner join target_in_force
        on
            measure.position = target_in_force.position
            and calendar_period.ordinal = target_in_force.ordinal
            and target_in_force.decides
    inner join target_rule using (rule)
    where standing.status = 'red'
),

sized as (
    select *, missed_by / nullif(tolerance, 0) as times
    from bounded
)

select
    measure,
    times,
    row_number() over (
        order by
            case when times <= 2 then 3 when times <= 5 then 2 else 1 end,
            days desc nulls last,
            level = 'strategic' desc,
            direction = 'worsening' desc,
            times desc nulls first,
            position
    ) as place
from sized
