select measure.frequency, min(observation.starts), max(observation.starts)
from observation
inner join measure using (measure)
group by measure.frequency
