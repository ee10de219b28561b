-- Published values are counted in their last decimal place: 61.2% with one decimal is 612.
-- method 2: exact, and half away from zero. Binary arithmetic decides only where it is far from a tie.
create or replace macro published_exactly(numerator, denominator, factor) as
    cast(sign(numerator) * sign(denominator) as bigint) * cast(
        (
            2 * abs(cast(numerator * 10000000000 as hugeint)) * factor
            + abs(cast(denominator * 10000000000 as hugeint))
        ) // (2 * abs(cast(denominator * 10000000000 as hugeint))) as bigint
    );

create or replace macro published_ratio(numerator, denominator, factor, approximate) as
    case
        when abs(approximate) > 1e17 then null
        when abs(approximate) > 1e8 or abs(abs(approximate) - floor(abs(approximate)) - 0.5) < 1e-6
            then published_exactly(numerator, denominator, factor)
        else cast(sign(approximate) * floor(abs(approximate) + 0.5) as bigint)
    end;

create or replace macro published_value(given, per) as
    case
        when abs(given) < 1000000000000
            then cast(round(given * cast(per as decimal(8, 0)), 0) as bigint)
    end;

create or replace type marker_code as enum (
    '', 'low', 'suppressed', 'not_available', 'not_applicable', 'zero_denominator', 'too_large', 'not_combined'
);
create or replace type qualifier_code as enum ('', 'provisional', 'revised', 'estimated');

create or replace temp table amount as
with reported as (
    select
        series.series,
        calendar_period.ordinal,
        observation.reported_on,
        cast(observation.marker as marker_code) as marker,
        cast(observation.qualifier as qualifier_code) as qualifier,
        observation.value,
        observation.numerator,
        observation.denominator,
        series.per,
        series.factor
    from observation
    inner join series using (measure, breakdown, member)
    inner join calendar_period
        on calendar_period.frequency = series.frequency and calendar_period.starts = observation.starts
    where observation.reported_on <= $as_at
),

approached as (
    select
        *,
        case when abs(numerator) < 1000000000000000 then cast(numerator as double) end as n,
        case when abs(denominator) < 1000000000000000 then cast(denominator as double) end as d
    from reported
),

divided as (
    select *, n * factor / nullif(d, 0) as approximate, n >= 0 and n <= d and d > 0 and n = floor(n) and d = floor(d) as counts
    from approached
),

published as (
    select
        *,
        case
            when marker = 'low'::marker_code then 0
            when marker <> ''::marker_code then null
            when approximate is not null then published_ratio(numerator, denominator, factor, approximate)
            else published_value(value, per)
        end as published
    from divided
)

select
    series,
    ordinal,
    reported_on,
    published,
    value,
    numerator,
    denominator,
    case
        when marker <> ''::marker_code or published is not null then marker
        when denominator = 0 then 'zero_denominator'::marker_code
        else 'too_large'::marker_code
    end as marker,
    qualifier,
    true as complete,
    -- method 4: only whole numbers of which one is within the other make a proportion
    case when counts then n end as n,
    case when counts then d end as d
from published;

-- method 2, vintages: of each period the last one reported by the as-at date counts. The log is in order, so the
-- vintages of one period are neighbours.
create or replace temp table revised as
with neighbours as (
    select
        measure,
        breakdown,
        member,
        starts,
        reported_on,
        starts = lag(starts) over ()
        and member = lag(member) over ()
        and breakdown = lag(breakdown) over ()
        and measure = lag(measure) over () as again
    from observation
    where reported_on <= $as_at
)

select series.series, calendar_period.ordinal, max(neighbours.reported_on) as last_on
from neighbours
inner join series using (measure, breakdown, member)
inner join calendar_period
    on calendar_period.frequency = series.frequency and calendar_period.starts = neighbours.starts
where neighbours.again
group by series.series, calendar_period.ordinal;

create or replace temp table vintage as
select amount.* from amount semi join revised using (series, ordinal);

delete from amount using revised
where amount.series = revised.series and amount.ordinal = revised.ordinal and amount.reported_on < revised.last_on;

create or replace table note as
with noted as (
    select series.series, calendar_period.ordinal, observation.reported_on, observation.note
    from observation
    inner join series using (measure, breakdown, member)
    inner join calendar_period
        on calendar_period.frequency = series.frequency and calendar_period.starts = observation.starts
    where observation.note <> '' and observation.reported_on <= $as_at
)

select noted.series, noted.ordinal, noted.note
from noted
inner join amount using (series, ordinal, reported_on)
order by noted.series, noted.ordinal;

-- How an amount that nobody supplied came about; filled by the next two steps.
create or replace table derivation (
    series integer, ordinal integer, have integer, want integer, noun varchar, source varchar
);
