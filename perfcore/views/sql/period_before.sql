select max_by(period, starts) as period
from status
where
    measure = $measure
    and breakdown = $breakdown
    and starts < $starts
    and value is not null
having count(*) > 0
