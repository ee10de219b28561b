select
    measure.combine,
    coalesce(measure.disclosure_min_count, 0) as min_count,
    here.starts,
    coalesce(before.period, '') as before_period,
    before.starts as before_starts,
    coalesce(year_earlier.period, '') as year_period,
    year_earlier.starts as year_starts
from measure
inner join calendar_period as here
    on measure.frequency = here.frequency and here.period = $period
left join calendar_period as before
    on here.frequency = before.frequency and here.ordinal - 1 = before.ordinal
left join calendar_period as year_earlier
    on here.frequency = year_earlier.frequency and here.last_year = year_earlier.ordinal
where measure.measure = $measure
