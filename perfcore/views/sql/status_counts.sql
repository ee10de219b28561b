with

standing as materialized (
    select *
    from {standing}
    where level in ('strategic', 'service') and covid_section = ''
),

compared as (
    select
        standing.directorate,
        coalesce(standing.quadrant, '') as quadrant,
        standing.status,
        before.status as status_before
    from standing
    left join {before} as before using (measure)
)

select
    directorate,
    quadrant,
    status,
    count(*)::integer as measures,
    (count(*) filter (where status_before = 'red'))::integer as were_red,
    (count(*) filter (
        where
            status_before in ('exceptional', 'green', 'amber', 'red')
            and status <> status_before
            and not (status = 'green' and status_before = 'exceptional')
    ))::integer as turned
from compared
group by all
