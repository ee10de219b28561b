-- the points of the financial year of each measure's latest value, and of the year before it
with

placed as (
    select
        *,
        ordinal - min(ordinal) over (partition by frequency, year_starts) as place,
        count(*) over (partition by frequency, year_starts) as places
    from calendar_period
    where frequency in ('day', 'week', 'month', 'quarter')
),

points as (
    select
        headline.measure,
        headline.starts,
        headline.value::double as value,
        headline.target::double as target,
        placed.year_starts,
        placed.place,
        placed.places
    from headline
    inner join measure using (measure)
    inner join placed
        on measure.frequency = placed.frequency and headline.period = placed.period
    where
        headline.measure in (select unnest($measures))
        and ($until is null or headline.ends <= $until)
        and headline.value is not null
),

year_of_latest as (
    select measure, max(year_starts) as year_starts
    from points
    group by measure
)

select
    points.measure,
    points.year_starts = year_of_latest.year_starts as this_year,
    max(points.places)::integer as places,
    list(points.place::integer order by points.starts) as place,
    list(points.value order by points.starts) as "values",
    list(points.target order by points.starts) as targets
from points
inner join year_of_latest
    on
        points.measure = year_of_latest.measure
        and points.year_starts > year_of_latest.year_starts - interval 18 month
group by points.measure, this_year
