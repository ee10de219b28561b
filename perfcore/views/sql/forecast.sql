select
    period,
    starts,
    value,
    low,
    high,
    inner_low,
    inner_high
from forecast
where measure = $measure
order by starts
