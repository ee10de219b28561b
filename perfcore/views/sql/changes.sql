select *
from {results}
where
    retired_from is null
    and level in ('strategic', 'service')
    and covid_section = ''
    and previous_status in ('exceptional', 'green', 'amber', 'red')
    and status in ('exceptional', 'green', 'red')
    and status <> previous_status
    and not (status = 'green' and previous_status = 'exceptional')
qualify row_number() over (partition by status order by ends desc, position) <= $limit
order by status, ends desc, position
