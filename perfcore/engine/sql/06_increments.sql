-- method 2: the increments of running totals. A fall means that an earlier figure was wrong.
create or replace table increment as
with placed as (
    select
        amount.series,
        amount.ordinal,
        amount.published,
        amount.reported_on,
        case when series.starts_again then calendar_period.year_starts end as since,
        calendar_period.starts
    from amount
    inner join series using (series)
    inner join calendar_period
        on calendar_period.frequency = series.frequency and calendar_period.ordinal = amount.ordinal
    where series.shape = 'cumulative' and amount.published is not null
),

beside as (
    select
        *,
        lag(ordinal) over earlier as previous_ordinal,
        lag(published) over earlier as previous,
        lag(reported_on) over earlier as previous_reported_on
    from placed
    window earlier as (partition by series, since order by ordinal)
)

select
    series,
    ordinal,
    case
        when previous_ordinal = ordinal - 1 then published - previous
        when previous_ordinal is null and (since is null or since = starts) then published
    end as increment,
    published < previous as falls,
    previous,
    previous_reported_on,
    published,
    reported_on
from beside
order by series, ordinal;
