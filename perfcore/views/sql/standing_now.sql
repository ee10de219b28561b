select
    measure,
    position,
    level,
    directorate,
    quadrant,
    covid_section,
    period,
    ends,
    status,
    direction,
    since_periods,
    previous_status,
    late_days
from latest_headline
where
    retired_from is null
    and ($directorate = '' or directorate = $directorate)
    and ($portfolio = '' or portfolio = $portfolio)
