select
    measure.measure,
    measure.name,
    measure.unit,
    measure.decimals,
    measure.frequency,
    restatement.period,
    restatement.starts,
    restatement.value_from,
    restatement.value_to,
    restatement.reported_from,
    restatement.reported_to,
    coalesce(restatement.status_from, '') as status_from,
    coalesce(restatement.status_to, '') as status_to,
    restatement.kind
from restatement
inner join measure using (measure)
where
    restatement.breakdown = ''
    and ($directorate = '' or measure.directorate = $directorate)
    and ($portfolio = '' or measure.portfolio = $portfolio)
order by restatement.reported_to desc, measure.position, restatement.starts, restatement.kind
