-- Which result of each series is the latest, and whether a later figure is late; of headlines also how long the status has
-- lasted and what was there before.
create or replace table latest_result as
with by_status as (
    select
        series,
        status,
        status not in ('no_data'::status_code, 'not_due'::status_code) as is_result,
        max(ordinal) as ordinal
    from result
    group by series, status
),

last_result as (
    select
        series,
        max(ordinal) filter (where is_result) as ordinal,
        coalesce(max(ordinal) filter (where status = 'no_data'::status_code), max(ordinal)) as last_ordinal,
        arg_max(status, ordinal) filter (where is_result) as status
    from by_status
    group by series
),

broken as (
    select last_result.series, last_result.ordinal, coalesce(max(by_status.ordinal), -1) as broken_by
    from last_result
    inner join series on series.series = last_result.series and series.headline
    left join by_status
        on by_status.series = last_result.series and by_status.is_result and by_status.status <> last_result.status
    where last_result.ordinal is not null
    group by last_result.series, last_result.ordinal
),

run as (
    select
        result.series,
        count(*) filter (where result.ordinal > broken.broken_by) as since_periods,
        arg_max(result.status, result.ordinal) filter (where result.ordinal < broken.ordinal) as previous_status,
        arg_max_null(result.published, result.ordinal) filter (where result.ordinal < broken.ordinal) as previous
    from result
    inner join broken using (series)
    where result.status not in ('no_data'::status_code, 'not_due'::status_code)
    group by result.series
),

late as (
    select result.series, min(result.ordinal) as ordinal
    from result
    inner join last_result using (series)
    where result.status = 'no_data'::status_code and result.ordinal > coalesce(last_result.ordinal, -1)
    group by result.series
),

next as (
    select series.series, min(calendar_period.ordinal) as ordinal
    from series
    inner join last_result using (series)
    inner join calendar_period
        on calendar_period.frequency = series.frequency
        and calendar_period.ordinal > coalesce(last_result.ordinal, -1)
        and calendar_period.ends + series.due_after >= $as_at
    where series.headline and (series.retired_from is null or calendar_period.starts < series.retired_from)
    group by series.series
),

a_year_before as materialized (
    select last_result.series, here.last_year as ordinal
    from last_result
    inner join series on series.series = last_result.series and series.headline
    inner join calendar_period as here
        on here.frequency = series.frequency and here.ordinal = last_result.ordinal
),

year_earlier as (
    select a_year_before.series, a_year_before.ordinal, result.published
    from a_year_before
    inner join result using (series, ordinal)
    where result.published is not null
)

select
    last_result.series,
    coalesce(last_result.ordinal, last_result.last_ordinal) as ordinal,
    late.ordinal as late_ordinal,
    next.ordinal as next_ordinal,
    run.since_periods,
    run.previous_status,
    run.previous,
    year_earlier.ordinal as last_year_ordinal,
    year_earlier.published as last_year
from last_result
left join run on run.series = last_result.series
left join late on late.series = last_result.series
left join next on next.series = last_result.series
left join year_earlier on year_earlier.series = last_result.series
order by last_result.series;

create or replace view latest as
select
    status.*,
    late_period.period as late_period,
    coalesce(cast(as_at.day - (late_period.ends + series.due_after) as integer), 0) as late_days,
    next_period.period as next_period,
    next_period.ends + series.due_after as next_due,
    case when series.headline then coalesce(latest_result.since_periods, 0) end as since_periods,
    cast(latest_result.previous_status as varchar) as previous_status,
    cast(latest_result.previous * series.step as decimal(28, 10)) as previous_value,
    cast(latest_result.last_year * series.step as decimal(28, 10)) as last_year_value,
    year_before.period as last_year_period
from latest_result
inner join status on status.series = latest_result.series and status.ordinal = latest_result.ordinal
inner join series on series.series = latest_result.series
cross join as_at
left join calendar_period as late_period
    on late_period.frequency = series.frequency and late_period.ordinal = latest_result.late_ordinal
left join calendar_period as next_period
    on next_period.frequency = series.frequency and next_period.ordinal = latest_result.next_ordinal
left join calendar_period as year_before
    on year_before.frequency = series.frequency and year_before.ordinal = latest_result.last_year_ordinal;
