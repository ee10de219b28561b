with

standing as (
    select
        *,
        previous_status in ('exceptional', 'green', 'amber', 'red')
        and status <> previous_status
        and not (status = 'green' and previous_status = 'exceptional') as turned
    from {standing}
    where level in ('strategic', 'service') and covid_section = ''
)

select
    coalesce(
        list(measure order by direction <> 'worsening', since_periods desc nulls last, position)
        filter (where status = 'red'), []
    )[:$exceptions] as exceptions,
    coalesce(
        list(measure order by ends desc, position) filter (where turned and status = 'red'), []
    )[:$others] as turned_red,
    coalesce(
        list(measure order by ends desc, position) filter (where turned and status = 'green'), []
    )[:$others] as recovered,
    coalesce(
        list(measure order by ends desc, position) filter (where turned and status = 'exceptional'), []
    )[:$others] as newly_exceptional,
    coalesce(
        list(measure order by since_periods desc nulls last, position)
        filter (where status = 'exceptional'), []
    )[:$others] as celebrated
from standing
