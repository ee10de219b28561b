-- method 7: the periods from the one after the newest figure to the last of that period's year.
with newest as (
    select series.measure, series.position, series.frequency, max(result.ordinal) as ordinal
    from series
    inner join result on result.series = series.series
    where series.headline and result.published is not null and result.marker = ''::marker_code and result.complete
    group by series.measure, series.position, series.frequency
),

following as (
    select newest.*, calendar_period.year_starts
    from newest
    inner join calendar_period
        on calendar_period.frequency = newest.frequency and calendar_period.ordinal = newest.ordinal + 1
)

select following.measure, calendar_period.ordinal, calendar_period.year_starts
from following
inner join calendar_period
    on calendar_period.frequency = following.frequency
    and calendar_period.ordinal > following.ordinal
    and calendar_period.year_starts = following.year_starts
order by following.position, calendar_period.ordinal;
