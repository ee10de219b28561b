select coalesce(period, '') as period
from latest
where measure = $measure and breakdown = ''
