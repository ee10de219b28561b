select distinct
    series.measure::varchar as measure,
    series.breakdown::varchar as breakdown,
    series.breakdown in (select place.breakdown from place where place.kind = 'hex') as mapped,
    series.frequency in ('year', 'academic_year', 'calendar_year') as yearly
from series
where series.measure in (select unnest($measures)) and series.breakdown <> ''
order by measure, breakdown
