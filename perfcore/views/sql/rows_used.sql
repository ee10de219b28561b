select
    reported_on,
    value,
    numerator,
    denominator,
    marker,
    note,
    file,
    sheet,
    "row"
from observation
where measure = $measure and period = $period and breakdown = '' and member = ''
order by reported_on, file, "row"
