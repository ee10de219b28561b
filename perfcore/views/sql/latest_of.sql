select
    period,
    sentence,
    method,
    reason,
    short_difference,
    long_difference,
    late_period,
    late_days,
    coalesce(next_period, '') as next_period,
    next_due
from latest_headline
where measure = $measure and period <> ''
