select period
from latest_headline
where measure = $measure and period <> ''
