select
    directorate,
    directorate_name as name,
    (count(*) filter (where late_days = 0 and status <> 'not_due'))::integer as up_to_date,
    (count(*) filter (where late_days = 0 and status = 'not_due'))::integer as not_due,
    (count(*) filter (where late_days > 0))::integer as overdue,
    (count(*) filter (where late_days > 0 and status = 'no_data'))::integer as never_supplied,
    max(reported_on) as last_reported
from {results}
where retired_from is null
group by directorate, directorate_name
order by min(position)
