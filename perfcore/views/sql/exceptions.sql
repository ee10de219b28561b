select measure, name
from {standing}
where
    status = 'red'
    and level in ('strategic', 'service')
    and covid_section = ''
order by {worst_first}
