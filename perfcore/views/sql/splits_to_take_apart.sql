select distinct segment.breakdown as name
from segment
inner join measure using (position)
where measure.measure = $measure
order by name
