select
    coalesce(sentence, '') as sentence,
    coalesce(method, '') as method,
    coalesce(reason, '') as reason,
    short_difference,
    long_difference
from status
where measure = $measure and breakdown = '' and period = $period
