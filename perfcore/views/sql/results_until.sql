select
    standing.*
    exclude (
        test,
        note,
        compared_value,
        compared_period,
        compared_starts,
        last_year_value,
        last_year_period,
        last_year_starts,
        variation,
        assurance,
        rule,
        run,
        met,
        met_of,
        refusal,
        next_period,
        awaited
    )
    replace (
        coalesce(result.period, '') as period,
        result.starts as starts,
        result.ends as ends,
        result.value as value,
        result.target as target,
        result.target_low as target_low,
        result.target_high as target_high,
        coalesce(result.status, 'no_data') as status,
        result.times_missed as times_missed,
        coalesce(result.direction, '') as direction,
        coalesce(result.arrow, '') as arrow,
        '' as reason,
        result.reported_on as reported_on,
        coalesce(result.marker, '') as marker,
        coalesce(result.qualifier, '') as qualifier,
        '' as parts,
        result.since_periods as since_periods,
        coalesce(result.previous_status, '') as previous_status,
        result.previous_value as previous_value,
        result.previous_reported_on as previous_reported_on,
        '' as late_period,
        0 as late_days,
        null::date as next_due
    )
from latest_headline as standing
left join headline_in_time as result
    on
        standing.measure = result.measure
        and result.ends <= $until
        and result.latest_before > $until
where
    ($directorate = '' or standing.directorate = $directorate)
    and ($portfolio = '' or standing.portfolio = $portfolio)
