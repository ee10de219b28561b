select max(headline.starts) as newest
from measure
inner join headline using (measure)
where
    measure.covid_section <> ''
    and measure.frequency = 'week'
    and measure.retired_from is null
    and headline.value is not null
    and ($until::date is null or headline.ends <= $until)
