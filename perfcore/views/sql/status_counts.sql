select
    directorate,
    coalesce(quadrant, '') as quadrant,
    status,
    count(*)::integer as measures,
    (count(*) filter (where previous_status = 'red'))::integer as were_red,
    (count(*) filter (
        where
            previous_status in ('exceptional', 'green', 'amber', 'red')
            and status <> previous_status
            and not (status = 'green' and previous_status = 'exceptional')
    ))::integer as turned
from {standing}
where level in ('strategic', 'service') and covid_section = ''
group by all
