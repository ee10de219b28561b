select max(latest.starts) as newest
from measure
inner join latest on measure.measure = latest.measure and latest.breakdown = ''
where
    measure.covid_section <> ''
    and measure.frequency = 'week'
    and latest.value is not null
