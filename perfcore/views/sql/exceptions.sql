select *
from {results}
where
    retired_from is null
    and status = 'red'
    and level in ('strategic', 'service')
    and covid_section = ''
order by direction <> 'worsening', since_periods desc nulls last, position
limit $limit
