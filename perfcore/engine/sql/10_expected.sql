-- The council's periods that have ended without a figure: overdue or not due yet (method 1 and 3).
insert into result (series, ordinal, marker, qualifier, complete, status, direction, test)
with seen as (
    select series.series, min(amount.ordinal) as first
    from series
    inner join amount using (series)
    where series.headline
    group by series.series
),

promised as (
    select series.series, min(target.ordinal) as first
    from series
    inner join target using (position)
    where series.headline and target.form <> 'thresholds' and target.starts <= $as_at
    group by series.series
),

this_year as (
    select frequency, min(ordinal) filter (where ends >= $year_starts) as first, max(ordinal) filter (where ends < $as_at) as last
    from calendar_period
    group by frequency
),

-- A measure that nobody ever supplied is expected from its first target, or from the start of this financial year,
-- and at least for the last period that has ended.
expected as (
    select
        series.series,
        series.frequency,
        series.due_after,
        series.retired_from,
        coalesce(seen.first, least(coalesce(promised.first, this_year.first), this_year.last)) as first
    from series
    inner join this_year using (frequency)
    left join seen on seen.series = series.series
    left join promised on promised.series = series.series
    where series.headline
)

select
    expected.series,
    calendar_period.ordinal,
    '',
    '',
    true,
    case
        when $as_at > calendar_period.ends + expected.due_after then 'no_data'::status_code
        else 'not_due'::status_code
    end,
    'too_few_points',
    'none'
from expected
inner join calendar_period
    on calendar_period.frequency = expected.frequency and calendar_period.ordinal >= expected.first
anti join amount on amount.series = expected.series and amount.ordinal = calendar_period.ordinal
where
    calendar_period.ends < $as_at
    and (expected.retired_from is null or calendar_period.starts < expected.retired_from)
order by expected.series, calendar_period.ordinal;
