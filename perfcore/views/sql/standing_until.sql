select
    standing.measure,
    standing.name,
    standing.position,
    standing.level,
    standing.directorate,
    standing.quadrant,
    standing.covid_section,
    standing.unit,
    standing.decimals,
    standing.frequency,
    result.ends,
    result.value,
    coalesce(result.status, 'no_data') as status,
    result.times_missed,
    coalesce(result.direction, '') as direction,
    coalesce(result.variation, '') as variation,
    coalesce(result.assurance, '') as assurance,
    coalesce(result.refusal, 'no_figure') as refusal,
    result.since_periods,
    coalesce(result.previous_status, '') as previous_status,
    result.previous_value,
    result.previous_reported_on,
    0 as late_days
from standing
left join headline_in_time as result
    on
        standing.measure = result.measure
        and result.ends <= $until
        and result.latest_before > $until
where
    ($directorate = '' or standing.directorate = $directorate)
    and ($portfolio = '' or standing.portfolio = $portfolio)
