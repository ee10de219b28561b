with

recent as (
    select measure, max(starts, 2) as starts
    from headline
    where ends <= $until and status not in ('no_data', 'not_due')
    group by measure
)

select
    here.*,
    previous.status as previous_status,
    previous.value as previous_value
from recent
inner join headline as here on recent.measure = here.measure and recent.starts[1] = here.starts
left join headline as previous
    on recent.measure = previous.measure and recent.starts[2] = previous.starts
