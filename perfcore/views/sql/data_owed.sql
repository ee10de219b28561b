-- figures that are late, and those due within some days, with who sends them
select
    latest_headline.measure,
    latest_headline.name,
    latest_headline.frequency,
    coalesce(latest_headline.owner, '') as owner,
    coalesce(
        case when latest_headline.late_days > 0 then latest_headline.late_period end, latest_headline.next_period, ''
    ) as period,
    case when latest_headline.late_days > 0 then null else latest_headline.next_due end as due_on,
    cast(coalesce(latest_headline.late_days, 0) as integer) as late_days
from latest_headline
cross join as_at
where
    latest_headline.retired_from is null
    and (latest_headline.late_days > 0 or latest_headline.next_due <= as_at.day + cast($days as integer))
order by latest_headline.late_days desc, latest_headline.next_due, latest_headline.position
