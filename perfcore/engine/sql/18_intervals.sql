-- The 95% interval of the council's own figure (method 8): the limits published for it, or else Wilson's of a proportion
-- of whole numbers, or else of a rate those of its count, exact below 10 and
-- Byar's from there on (Public Health England 2018).
create or replace type interval_code as enum ('given', 'wilson', 'poisson', 'byar');

create or replace temp table exact_count as
with given as (
    select unnest(from_json($exact_counts, '[{"count": "integer", "low": "double", "high": "double"}]')) as row
)
select row.* from given;

create or replace macro byar_low(n) as n * pow(1 - 1 / (9.0 * n) - 1.959963984540054 / (3 * sqrt(n)), 3);
create or replace macro byar_high(n) as
    (n + 1) * pow(1 - 1 / (9.0 * (n + 1)) + 1.959963984540054 / (3 * sqrt(n + 1)), 3);

create or replace temp table own_interval as
with published_limits as (
    select measure, starts, arg_max(lower, reported_on) as lower, arg_max(upper, reported_on) as upper
    from benchmark
    where area_code = $organisation and reported_on <= $as_at and lower is not null and upper is not null
    group by measure, starts
),

own as (
    select
        series.position,
        result.ordinal,
        cast(result.published * series.step as double) as value,
        cast(measure.scale as double) as scale,
        published_limits.lower,
        published_limits.upper,
        cast(result.numerator as double) as n,
        cast(result.denominator as double) as d,
        measure.unit = 'percent' as is_share,
        measure.unit <> 'gbp' and measure.scale >= 1000 as is_rate,
        coalesce(result.numerator >= 0 and result.numerator = floor(result.numerator), false)
        and coalesce(result.denominator > 0 and result.denominator = floor(result.denominator), false) as whole
    from series
    inner join result using (series)
    inner join measure on measure.position = series.position
    inner join calendar_period
        on calendar_period.frequency = series.frequency and calendar_period.ordinal = result.ordinal
    left join published_limits
        on published_limits.measure = series.measure and published_limits.starts = calendar_period.starts
    where series.headline and len(measure.comparators) > 0 and result.published is not null
),

counted as (
    select
        *,
        lower <= value and upper >= value as has_limits,
        whole and is_share and n <= d as is_proportion,
        case when whole and is_rate then n end as events,
        case when whole and is_rate then scale / d end as per_event
    from own
)

select
    counted.position,
    counted.ordinal,
    case
        when counted.has_limits then 'given'::interval_code
        when counted.is_proportion then 'wilson'::interval_code
        when exact_count.count is not null then 'poisson'::interval_code
        when counted.events is not null then 'byar'::interval_code
    end as method,
    case
        when counted.has_limits then cast(counted.lower as double)
        when counted.is_proportion then greatest(0, wilson_centre(n, d) - wilson_half(n, d)) * counted.scale
        when exact_count.count is not null then exact_count.low * counted.per_event
        when counted.events is not null then byar_low(counted.events) * counted.per_event
    end as low,
    case
        when counted.has_limits then cast(counted.upper as double)
        when counted.is_proportion then least(1, wilson_centre(n, d) + wilson_half(n, d)) * counted.scale
        when exact_count.count is not null then exact_count.high * counted.per_event
        when counted.events is not null then byar_high(counted.events) * counted.per_event
    end as high
from counted
left join exact_count on exact_count.count = counted.events
where counted.has_limits or counted.is_proportion or counted.events is not null;
