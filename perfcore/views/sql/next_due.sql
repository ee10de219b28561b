select
    measure,
    name,
    frequency,
    owner,
    next_period as period,
    next_due as due_on
from {standing}
where
    level in ('strategic', 'service')
    and covid_section = ''
    and next_due is not null
order by next_due, position
limit $limit
