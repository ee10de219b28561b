select
    directorate,
    coalesce(quadrant, '') as quadrant,
    status,
    count(*)::integer as measures,
    (count(*) filter (where status_before = 'red'))::integer as were_red,
    (count(*) filter (
        where
            status_before in ('exceptional', 'green', 'amber', 'red')
            and status <> status_before
            and not (status = 'green' and status_before = 'exceptional')
    ))::integer as turned
from {compared}
where level in ('strategic', 'service') and covid_section = ''
group by all
