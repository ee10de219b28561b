select result.measure, result.period, result.value, result.target, result.status
from status as result
inner join measure using (measure)
where result.breakdown = ''
order by measure.position, result.starts
