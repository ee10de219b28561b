select
    coalesce(period, '') as period,
    coalesce(sentence, '') as sentence,
    coalesce(method, '') as method,
    coalesce(reason, '') as reason,
    short_difference,
    long_difference,
    coalesce(late_period, '') as late_period,
    coalesce(late_days, 0) as late_days,
    coalesce(next_period, '') as next_period,
    next_due
from latest
where measure = $measure and breakdown = ''
