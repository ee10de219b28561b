select
    measure,
    position,
    level,
    directorate,
    quadrant,
    covid_section,
    period,
    ends,
    value,
    status,
    direction,
    since_periods,
    previous_status,
    previous_value,
    late_days
from latest_headline
where
    retired_from is null
    and ($directorate = '' or directorate = $directorate)
    and ($portfolio = '' or portfolio = $portfolio)
