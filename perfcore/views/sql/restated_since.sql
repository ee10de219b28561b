-- Figures changed after they were published: since a day, or else since each measure's result
-- before the latest one was published first.
select
    standing.measure,
    standing.name,
    standing.unit,
    standing.decimals,
    standing.frequency,
    restatement.period,
    restatement.starts,
    restatement.value_from,
    restatement.value_to,
    restatement.reported_from,
    restatement.reported_to,
    coalesce(restatement.status_from, '') as status_from,
    coalesce(restatement.status_to, '') as status_to,
    count(*) over ()::integer as restated
from restatement
inner join {standing} as standing using (measure)
where
    standing.level in ('strategic', 'service')
    and standing.covid_section = ''
    and restatement.breakdown = ''
    and restatement.kind = 'vintage'
    and restatement.starts <= standing.ends
    and restatement.reported_to > coalesce($since, standing.previous_reported_on)
order by restatement.reported_to desc, standing.position, restatement.starts
limit $limit
