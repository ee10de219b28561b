select
    period,
    starts,
    ends,
    value,
    numerator,
    denominator,
    target,
    status,
    direction,
    arrow,
    marker,
    qualifier,
    note,
    reported_on,
    parts,
    restated
from headline
where measure = $measure and ($until is null or ends <= $until)
order by starts
