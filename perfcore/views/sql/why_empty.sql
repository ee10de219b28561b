select member::varchar as member, coalesce(sentence, '') as sentence
from status
where
    measure = $measure
    and breakdown = $breakdown
    and period = $period
    and value is null
