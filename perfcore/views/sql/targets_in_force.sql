select
    kind,
    form,
    value,
    low,
    high,
    green_low,
    green_high,
    amber_low,
    amber_high,
    exceptional_low,
    exceptional_high,
    coalesce(tolerance, '') as tolerance,
    coalesce(exceptional, '') as exceptional,
    coalesce(since, '') as since,
    coalesce(why, '') as why,
    decides
from target
where measure = $measure and period = $period
order by decides desc, kind
