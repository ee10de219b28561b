select
    member,
    value,
    numerator,
    denominator,
    target,
    status,
    coalesce(direction, '') as direction,
    coalesce(arrow, '') as arrow,
    coalesce(marker, '') as marker
from status
where
    measure = $measure
    and breakdown = $breakdown
    and period = $period
order by member
