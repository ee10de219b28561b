select
    coalesce(late_period, '') as late_period,
    coalesce(late_days, 0) as late_days,
    coalesce(next_period, '') as next_period,
    next_due
from latest
where measure = $measure and breakdown = ''
