with

standing as materialized (
    select *
    from {standing}
    where level in ('strategic', 'service') and covid_section = ''
),

compared as (
    select
        standing.directorate,
        standing.quadrant,
        standing.status,
        coalesce(before.status = 'red', false) as was_red,
        coalesce(
            before.status in ('exceptional', 'green', 'amber', 'red')
            and standing.status <> before.status
            and not (standing.status = 'green' and before.status = 'exceptional'),
            false
        ) as turned
    from standing
    left join {before} as before using (measure)
)

select
    case
        when grouping(directorate, quadrant) = 3 then ''
        when grouping(directorate) = 0 then 'directorate'
        else 'quadrant'
    end as kind,
    coalesce(case when grouping(directorate) = 0 then directorate else quadrant end, '') as id,
    status,
    count(*)::integer as measures,
    (count(*) filter (where was_red))::integer as were_red,
    (count(*) filter (where turned))::integer as turned
from compared
group by grouping sets ((directorate, status), (quadrant, status), (status))
