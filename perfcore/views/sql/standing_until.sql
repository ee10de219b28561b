select
    standing.measure,
    standing.position,
    standing.level,
    standing.directorate,
    standing.quadrant,
    standing.covid_section,
    coalesce(result.period, '') as period,
    result.ends,
    result.value,
    coalesce(result.status, 'no_data') as status,
    coalesce(result.direction, '') as direction,
    result.since_periods,
    coalesce(result.previous_status, '') as previous_status,
    result.previous_value,
    0 as late_days
from latest_headline as standing
left join ({at}) as result using (measure)
where
    standing.retired_from is null
    and ($directorate = '' or standing.directorate = $directorate)
    and ($portfolio = '' or standing.portfolio = $portfolio)
