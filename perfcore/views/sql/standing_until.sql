select
    measure.measure,
    measure.position,
    measure.level,
    measure.directorate,
    measure.quadrant,
    measure.covid_section,
    coalesce(result.period, '') as period,
    result.ends,
    result.value,
    coalesce(result.status, 'no_data') as status,
    coalesce(result.direction, '') as direction,
    result.since_periods,
    coalesce(result.previous_status, '') as previous_status,
    result.previous_value,
    coalesce(result.late_days, 0) as late_days
from measure
left join ({at}) as result using (measure)
where
    measure.retired_from is null
    and ($directorate = '' or measure.directorate = $directorate)
    and ($portfolio = '' or measure.portfolio = $portfolio)
