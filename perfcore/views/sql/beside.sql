-- what stands beside a result: its note, what its direction compares it with, and last year
with

shown as (
    select unnest($measures)::varchar as measure, unnest($periods)::varchar as period
),

placed as (
    select
        series.measure,
        series.series,
        series.step,
        here.frequency,
        here.ordinal,
        here.starts,
        here.last_year,
        result.test,
        result.compared_ordinal
    from shown
    inner join series on shown.measure = series.measure and series.headline
    inner join calendar_period as here
        on series.frequency = here.frequency and shown.period = here.period
    inner join result on series.series = result.series and here.ordinal = result.ordinal
)

select
    placed.measure::varchar as measure,
    coalesce(note.note, '') as note,
    placed.test::varchar as test,
    (compared.published * placed.step)::decimal(28, 10) as compared_value,
    coalesce(there.period, '') as compared_period,
    there.starts as compared_starts,
    (earlier.published * placed.step)::decimal(28, 10) as last_year_value,
    coalesce(year_before.period, '') as last_year_period,
    year_before.starts as last_year_starts,
    coalesce(headline.variation, '') as variation,
    coalesce(headline.assurance, '') as assurance,
    coalesce(headline.rule, '') as rule,
    headline.run,
    headline.met,
    headline.met_of,
    coalesce(headline.refusal, 'no_figure') as refusal
from placed
left join note on placed.series = note.series and placed.ordinal = note.ordinal
left join result as compared
    on placed.series = compared.series and placed.compared_ordinal = compared.ordinal
left join calendar_period as there
    on placed.frequency = there.frequency and placed.compared_ordinal = there.ordinal
left join result as earlier
    on placed.series = earlier.series and placed.last_year = earlier.ordinal
left join calendar_period as year_before
    on placed.frequency = year_before.frequency and placed.last_year = year_before.ordinal
left join headline on placed.measure = headline.measure and placed.starts = headline.starts
