select *
from {results}
where
    retired_from is null
    and status = 'exceptional'
    and level in ('strategic', 'service')
    and covid_section = ''
order by since_periods desc nulls last, position
limit $limit
