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
    decides,
    period,
    starts,
    starts <= coalesce($until, as_at.day) and starts < coalesce(retired_from, 'infinity'::date) as past
from target_drawn
cross join as_at
where measure = $measure
order by starts, decides desc, kind
