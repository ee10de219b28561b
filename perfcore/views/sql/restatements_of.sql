select
    period,
    starts,
    value_from,
    value_to,
    reported_from,
    reported_to,
    coalesce(status_from, '') as status_from,
    coalesce(status_to, '') as status_to,
    kind
from restatement
where measure = $measure and breakdown = ''
order by reported_to desc, starts desc
