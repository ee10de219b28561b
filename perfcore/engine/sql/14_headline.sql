-- Every period of every headline as a page shows it, one measure together, so that a history is one lookup. A result
-- knows the one before it and until when it is the latest, so that an earlier month is a lookup too.
create or replace table headline as
with published as materialized (
    select
        result.series,
        result.ordinal,
        result.status,
        result.published,
        coalesce(first_result.reported_on, result.reported_on) as first_reported_on,
        coalesce(first_result.restated, false) as restated
    from series
    inner join result using (series)
    left join first_result on first_result.series = result.series and first_result.ordinal = result.ordinal
    where series.headline
),

followed as (
    select
        series,
        ordinal,
        status,
        lag(status) over in_time as previous_status,
        lag(published) over in_time as previous,
        lag(first_reported_on ignore nulls) over in_time as previous_reported_on,
        lead(ordinal) over in_time as next_ordinal,
        row_number() over in_time as place
    from published
    where status not in ('no_data'::status_code, 'not_due'::status_code)
    window in_time as (partition by series order by ordinal)
),

lasting as (
    select
        *,
        place + 1 - max(case when status is distinct from previous_status then place end) over (
            partition by series order by ordinal
        ) as since_periods
    from followed
),

placed as (
    select
        result.*,
        series.measure,
        series.position,
        series.frequency,
        series.step,
        cast(result.published * series.step as decimal(28, 10)) as value
    from series
    inner join result using (series)
    where series.headline
),

deciding as (
    select target_in_force.position, target_in_force.ordinal, target_rule.*
    from target_in_force
    inner join target_rule using (rule)
    where target_in_force.decides
)

select
    placed.measure,
    here.period,
    here.starts,
    here.ends,
    here.year_starts,
    year_before.starts as last_year_starts,
    placed.value,
    placed.numerator,
    placed.denominator,
    deciding.rule as target_rule,
    deciding.value as target,
    deciding.low as target_low,
    deciding.high as target_high,
    deciding.aim,
    deciding.aim_low,
    deciding.aim_high,
    coalesce(deciding.form, '') as target_form,
    cast(placed.status as varchar) as status,
    -- method 9: by how many times its tolerance a result off target has missed. The tolerance is the room between the
    -- bounds of green and amber on the side that was missed, so it works for targets of zero, ranges and stated
    -- boundaries; without room there is no number.
    case
        when placed.status <> 'red'::status_code then null
        when placed.value < deciding.green_low
            then cast(deciding.green_low - placed.value as double)
                / nullif(cast(deciding.green_low - deciding.amber_low as double), 0)
        else
            cast(placed.value - deciding.green_high as double)
            / nullif(cast(deciding.amber_high - deciding.green_high as double), 0)
    end as times_missed,
    coalesce(cast(signal.direction as varchar), '') as direction,
    arrow_of(placed.published, placed.compared, signal.test, signal.variation) as arrow,
    cast(signal.test as varchar) as test,
    cast(placed.compared * placed.step as decimal(28, 10)) as compared_value,
    coalesce(compared_with.period, '') as compared_period,
    compared_with.starts as compared_starts,
    cast(a_year_earlier.published * placed.step as decimal(28, 10)) as last_year_value,
    coalesce(year_before.period, '') as last_year_period,
    cast(placed.marker as varchar) as marker,
    cast(placed.qualifier as varchar) as qualifier,
    coalesce(note.note, '') as note,
    placed.reported_on,
    coalesce(derivation.have || ' of ' || derivation.want || ' ' || derivation.noun, '') as parts,
    published.restated,
    coalesce(cast(signal.variation as varchar), '') as variation,
    coalesce(cast(signal.assurance as varchar), '') as assurance,
    signal.rule,
    signal.run,
    signal.met,
    signal.met_of,
    signal.refusal,
    lasting.since_periods,
    coalesce(cast(lasting.previous_status as varchar), '') as previous_status,
    cast(lasting.previous * placed.step as decimal(28, 10)) as previous_value,
    lasting.previous_reported_on,
    -- the day on which another result becomes the latest; null where this is no result
    case when lasting.place is not null then coalesce(following.ends, 'infinity'::date) end as latest_before
from placed
inner join published using (series, ordinal)
inner join signal using (series, ordinal)
inner join calendar_period as here
    on here.frequency = placed.frequency and here.ordinal = placed.ordinal
left join calendar_period as year_before
    on year_before.frequency = placed.frequency and year_before.ordinal = here.last_year
left join published as a_year_earlier
    on a_year_earlier.series = placed.series and a_year_earlier.ordinal = here.last_year
left join calendar_period as compared_with
    on compared_with.frequency = placed.frequency and compared_with.ordinal = placed.compared_ordinal
left join lasting on lasting.series = placed.series and lasting.ordinal = placed.ordinal
left join calendar_period as following
    on following.frequency = placed.frequency and following.ordinal = lasting.next_ordinal
left join deciding on deciding.position = placed.position and deciding.ordinal = placed.ordinal
left join note on note.series = placed.series and note.ordinal = placed.ordinal
left join derivation on derivation.series = placed.series and derivation.ordinal = placed.ordinal
order by placed.position, placed.ordinal;

-- The results among them in the order of time: how everything stood on a day is then one stretch of the table.
create or replace table headline_in_time as
select
    measure,
    period,
    starts,
    ends,
    latest_before,
    value,
    target,
    target_low,
    target_high,
    status,
    times_missed,
    direction,
    arrow,
    test,
    compared_value,
    compared_period,
    compared_starts,
    last_year_value,
    last_year_period,
    last_year_starts,
    marker,
    qualifier,
    note,
    reported_on,
    variation,
    assurance,
    rule,
    run,
    met,
    met_of,
    refusal,
    since_periods,
    previous_status,
    previous_value,
    previous_reported_on
from headline
where latest_before is not null
order by ends, measure;

-- The history of each measure in one row, for the small charts in tables.
create or replace table trend as
select
    measure,
    list(ends order by starts) as ends,
    list(cast(value as double) order by starts) as "values",
    list(cast(target as double) order by starts) as targets
from headline
group by measure
order by measure;

-- Each measure with its latest result and what stands beside it, in the framework's order, so that a page asks one table.
create or replace table latest_headline as
select
    measure.measure,
    measure.name,
    measure.level,
    measure.service_name,
    measure.directorate,
    measure.directorate_name,
    measure.quadrant,
    measure.portfolio,
    measure."group",
    measure.covid_section,
    measure.priorities,
    measure.tags,
    measure.owner,
    measure.unit,
    measure.decimals,
    measure.frequency,
    measure.good,
    measure.shape,
    coalesce(result.period, '') as period,
    result.starts,
    result.ends,
    result.value,
    result.target,
    result.target_low,
    result.target_high,
    coalesce(result.status, 'no_data') as status,
    shown.times_missed,
    coalesce(result.direction, '') as direction,
    coalesce(result.arrow, '') as arrow,
    coalesce(result.sentence, '') as sentence,
    coalesce(result.method, '') as method,
    coalesce(result.reason, '') as reason,
    result.short_difference,
    result.long_difference,
    coalesce(shown.test, '') as test,
    coalesce(shown.variation, '') as variation,
    coalesce(shown.assurance, '') as assurance,
    coalesce(shown.rule, '') as rule,
    shown.run,
    shown.met,
    shown.met_of,
    coalesce(shown.refusal, 'no_figure') as refusal,
    result.reported_on,
    coalesce(result.marker, '') as marker,
    coalesce(result.qualifier, '') as qualifier,
    coalesce(result.note, '') as note,
    coalesce(result.parts, '') as parts,
    result.since_periods,
    coalesce(result.previous_status, '') as previous_status,
    result.previous_value,
    shown.previous_reported_on,
    shown.compared_value,
    coalesce(shown.compared_period, '') as compared_period,
    shown.compared_starts,
    shown.last_year_value,
    coalesce(shown.last_year_period, '') as last_year_period,
    shown.last_year_starts,
    coalesce(result.late_period, '') as late_period,
    coalesce(result.late_days, 0) as late_days,
    result.next_period,
    result.next_due,
    -- the next period has ended, and its figure is not due yet
    coalesce(result.next_due - measure.due_after < as_at.day, false) as awaited,
    measure.retired_from,
    measure.position,
    -- what a search looks through
    strip_accents(lower(concat_ws(
        ' ', measure.measure, measure.name, measure.definition, measure.service_name, measure.directorate_name,
        measure.portfolio_name, measure.owner, measure.source, measure.statutory_return,
        array_to_string(measure.tags, ' ')
    ))) as searched
from measure
cross join as_at
left join latest as result on result.measure = measure.measure and result.breakdown = ''
left join headline as shown on shown.measure = measure.measure and shown.starts = result.starts
order by measure.position;

-- Of the measures that are not retired, the few columns that pages count, rank and choose by.
create or replace table standing as
select
    measure,
    name,
    position,
    level,
    directorate,
    quadrant,
    portfolio,
    covid_section,
    owner,
    unit,
    decimals,
    frequency,
    period,
    ends,
    value,
    status,
    times_missed,
    direction,
    variation,
    assurance,
    refusal,
    since_periods,
    previous_status,
    previous_value,
    previous_reported_on,
    late_days,
    next_period,
    next_due,
    awaited
from latest_headline
where retired_from is null
order by position;
