with

recent as (
    select measure, max(starts, 2) as starts
    from status
    where
        breakdown = ''
        and ends <= $until
        and status not in ('no_data', 'not_due')
    group by measure
)

select
    status.measure,
    status.period,
    status.starts,
    status.ends,
    status.value,
    status.target,
    status.status,
    status.direction,
    status.arrow,
    status.reason,
    status.reported_on,
    status.marker,
    status.qualifier,
    status.parts,
    null::integer as since_periods,
    previous.status as previous_status,
    previous.value as previous_value,
    '' as late_period,
    0 as late_days,
    null::date as next_due
from recent
inner join status
    on
        recent.measure = status.measure
        and recent.starts[1] = status.starts
        and status.breakdown = ''
left join status as previous
    on
        recent.measure = previous.measure
        and recent.starts[2] = previous.starts
        and previous.breakdown = ''
