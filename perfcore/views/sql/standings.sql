select
    result.measure,
    result.period,
    result.value,
    result.target,
    result.status,
    coalesce(result.direction, '') as direction,
    coalesce(result.variation, '') as variation,
    coalesce(result.assurance, '') as assurance
from status as result
inner join measure using (measure)
where result.breakdown = ''
order by measure.position, result.starts
