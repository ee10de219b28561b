select kind, form, value, low, high, tolerance, exceptional, since, why, decides
from target
where measure = $measure and period = $period
order by decides desc, kind
