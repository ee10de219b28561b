select date, title, kind, coalesce(measure, '') as measure
from event
where
    date between $first::date and $last::date
    and ($measure is null and coalesce(measure, '') = '' or measure = $measure)
order by date, title
