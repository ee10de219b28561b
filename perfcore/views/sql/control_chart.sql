select
    period,
    starts,
    ends,
    partition,
    ghosted,
    value,
    mean,
    lower,
    upper,
    variation,
    rule
from {points}
where
    measure = $measure
    and breakdown = $breakdown
    and member = $member
    and ($until is null or ends <= $until)
order by starts
