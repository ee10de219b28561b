with

ended as materialized (
    select measure, starts, status
    from headline
    where ends <= $until and status not in ('no_data', 'not_due')
),

recent as (
    select measure, max(starts, 2) as starts, arg_max(status, starts) as status
    from ended
    group by measure
),

broken as (
    select recent.measure, max(ended.starts) as starts
    from recent
    left join ended on recent.measure = ended.measure and recent.status <> ended.status
    group by recent.measure
),

run as (
    select ended.measure, count(*) as since_periods
    from ended
    inner join broken using (measure)
    where broken.starts is null or ended.starts > broken.starts
    group by ended.measure
)

select
    here.*,
    run.since_periods,
    previous.status as previous_status,
    previous.value as previous_value
from recent
inner join run on recent.measure = run.measure
inner join headline as here on recent.measure = here.measure and recent.starts[1] = here.starts
left join headline as previous
    on recent.measure = previous.measure and recent.starts[2] = previous.starts
