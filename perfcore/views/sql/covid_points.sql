select
    measure.measure,
    measure.name,
    measure.covid_section as section,
    measure.unit,
    measure.decimals,
    measure.good,
    status.period,
    status.starts,
    status.ends,
    status.value,
    coalesce(status.note, '') as note
from measure
inner join status using (measure)
where
    measure.covid_section <> ''
    and measure.retired_from is null
    and measure.frequency = 'week'
    and status.breakdown = ''
    and ($directorate = '' or measure.directorate = $directorate)
    and ($portfolio = '' or measure.portfolio = $portfolio)
    and status.starts > $newest::date - interval 60 week
order by measure.position, status.starts
