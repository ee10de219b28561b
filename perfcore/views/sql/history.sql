select
    period,
    starts,
    ends,
    value,
    numerator,
    denominator,
    target,
    status,
    coalesce(sentence, '') as sentence,
    coalesce(direction, '') as direction,
    coalesce(arrow, '') as arrow,
    coalesce(method, '') as method,
    coalesce(reason, '') as reason,
    short_difference,
    long_difference,
    coalesce(marker, '') as marker,
    coalesce(qualifier, '') as qualifier,
    coalesce(note, '') as note,
    reported_on,
    coalesce(parts, '') as parts,
    coalesce(first_status, '') as first_status,
    coalesce(restated, false) as restated
from status
where
    measure = $measure
    and breakdown = $breakdown
    and member = $member
    and ($until is null or ends <= $until)
order by starts
