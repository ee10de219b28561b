select
    measure.measure,
    measure.name,
    measure.covid_section as section,
    measure.owner,
    measure.unit,
    measure.decimals,
    measure.good,
    measure.shape = 'cumulative' as running,
    here.period,
    here.starts,
    here.ends,
    (result.published * series.step)::decimal(28, 10) as value,
    result.marker::varchar as marker,
    result.reported_on,
    coalesce(note.note, '') as note,
    -- method 2: a running total that falls was wrong before
    coalesce(increment.falls, false) as falls,
    -- the first total of all may hold weeks before it
    case when increment.previous is not null then (increment.increment * series.step)::decimal(28, 10) end as added,
    (increment.previous * series.step)::decimal(28, 10) as total_before,
    case when first_result.restated then (first_result.published * series.step)::decimal(28, 10) end as first_value
from measure
inner join series on measure.position = series.position and series.headline
inner join result using (series)
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
left join note on result.series = note.series and result.ordinal = note.ordinal
left join increment on result.series = increment.series and result.ordinal = increment.ordinal
left join first_result on result.series = first_result.series and result.ordinal = first_result.ordinal
where
    measure.covid_section <> ''
    and measure.retired_from is null
    and measure.frequency = 'week'
    and ($directorate = '' or measure.directorate = $directorate)
    and ($portfolio = '' or measure.portfolio = $portfolio)
    and here.starts > $newest::date - interval 60 week
    and here.starts <= $newest::date
order by measure.position, result.ordinal
