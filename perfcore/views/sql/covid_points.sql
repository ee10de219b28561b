select
    measure.measure,
    measure.name,
    measure.covid_section as section,
    measure.unit,
    measure.decimals,
    measure.good,
    here.period,
    here.starts,
    here.ends,
    (result.published * series.step)::decimal(28, 10) as value,
    coalesce(note.note, '') as note
from measure
inner join series on measure.position = series.position and series.headline
inner join result using (series)
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
left join note on result.series = note.series and result.ordinal = note.ordinal
where
    measure.covid_section <> ''
    and measure.retired_from is null
    and measure.frequency = 'week'
    and ($directorate = '' or measure.directorate = $directorate)
    and ($portfolio = '' or measure.portfolio = $portfolio)
    and here.starts > $newest::date - interval 60 week
order by measure.position, result.ordinal
