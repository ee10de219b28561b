with

counted as (
    select
        standing.measure,
        standing.position,
        standing.status,
        standing.late_days,
        -- its next period has ended, and its figure is not due yet
        coalesce(latest_headline.next_due - measure.due_after < as_at.day, false) as awaited
    from {standing} as standing
    inner join latest_headline on standing.measure = latest_headline.measure
    inner join measure on standing.measure = measure.measure
    cross join as_at
    where
        $levels::varchar[] = []
        or (list_contains($levels::varchar[], standing.level) and standing.covid_section = '')
)

select
    (count(*) filter (where late_days = 0 and status <> 'not_due'))::integer as up_to_date,
    (count(*) filter (where late_days = 0 and status <> 'not_due' and awaited))::integer as awaited,
    (count(*) filter (where late_days = 0 and status = 'not_due'))::integer as not_due,
    (count(*) filter (where late_days > 0))::integer as overdue,
    (count(*) filter (where late_days > 0 and status = 'no_data'))::integer as never_supplied,
    coalesce(
        list(measure order by late_days desc, position) filter (where late_days > 0), []
    )[:$limit] as longest
from counted
