-- every exception that had opened by a day, with all that is known of it now (method 10)
select
    measure,
    name,
    cause,
    opened,
    opened_starts,
    closed,
    closed_starts,
    closed_ends,
    ended,
    level,
    escalated_as,
    ladder,
    held_ends,
    known_on,
    explain_by,
    coalesce(cast($until as date), as_at.day) as as_at,
    status,
    frequency,
    owner,
    service_name,
    directorate_name
from exception_shown
cross join as_at
where
    opened_ends <= coalesce(cast($until as date), as_at.day)
    and ($measure = '' or measure = $measure)
    and ($directorate = '' or directorate = $directorate)
    and ($portfolio = '' or portfolio = $portfolio)
    and (retired_from is null or $measure <> '')
order by position, opened_starts desc
