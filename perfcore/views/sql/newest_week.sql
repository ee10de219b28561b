select max(status.starts) as newest
from measure
inner join status using (measure)
where
    measure.covid_section <> ''
    and measure.frequency = 'week'
    and status.breakdown = ''
    and status.value is not null
