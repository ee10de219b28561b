select
    measure.measure,
    measure.name,
    measure.frequency,
    measure.owner,
    latest.next_period as period,
    latest.next_due as due_on
from {standing} as standing
inner join latest on standing.measure = latest.measure and latest.breakdown = ''
inner join measure on standing.measure = measure.measure
where
    standing.level in ('strategic', 'service')
    and standing.covid_section = ''
    and latest.next_due is not null
order by latest.next_due, measure.position
limit $limit
