-- every exception that had opened by a day, with all that is known of it now (method 10)
select
    exception.measure,
    shown.name,
    exception.cause,
    exception.opened,
    exception.opened_starts,
    exception.closed,
    exception.closed_starts,
    exception.closed_ends,
    exception.ended,
    exception.level,
    exception.escalated_as,
    exception.ladder,
    exception.held_ends,
    exception.known_on,
    exception.explain_by,
    coalesce(cast($until as date), as_at.day) as as_at,
    shown.status,
    shown.frequency,
    shown.owner,
    shown.service_name,
    shown.directorate_name
from exception
inner join latest_headline as shown using (measure)
cross join as_at
where
    exception.opened_ends <= coalesce(cast($until as date), as_at.day)
    and ($measure = '' or exception.measure = $measure)
    and ($directorate = '' or shown.directorate = $directorate)
    and ($portfolio = '' or shown.portfolio = $portfolio)
    and (shown.retired_from is null or $measure <> '')
order by shown.position, exception.opened_starts desc
