with

counted as (
    select measure, position, status, late_days, awaited
    from {standing}
    where
        $levels::varchar[] = []
        or (list_contains($levels::varchar[], level) and covid_section = '')
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
