-- The interval tests of method 4 and what they look up.
create or replace type status_code as enum (
    'exceptional', 'green', 'amber', 'red', 'monitor', 'no_data', 'not_due', 'suppressed', 'not_available'
);
create or replace type direction_code as enum (
    'improving', 'worsening', 'rising', 'falling', 'no_clear_change', 'too_few_points'
);
create or replace type test_code as enum ('newcombe', 'poisson', 'noise', 'none', 'spc');

-- Wilson's 95% interval for the proportion n / d, as squared distances from it (Newcombe 1998, methods 3 and 10)
create or replace macro wilson_centre(n, d) as (n + 1.920729410347062) / (d + 3.841458820694124);
create or replace macro wilson_half(n, d) as
    1.959963984540054 * sqrt(n * (d - n) / d + 0.960364705173531) / (d + 3.841458820694124);

create or replace macro newcombe_low(n, d, n_then, d_then) as
    n / d - n_then / d_then - sqrt(
        pow(n / d - wilson_centre(n, d) + wilson_half(n, d), 2)
        + pow(wilson_centre(n_then, d_then) + wilson_half(n_then, d_then) - n_then / d_then, 2)
    );
create or replace macro newcombe_high(n, d, n_then, d_then) as
    n / d - n_then / d_then + sqrt(
        pow(wilson_centre(n, d) + wilson_half(n, d) - n / d, 2)
        + pow(n_then / d_then - wilson_centre(n_then, d_then) + wilson_half(n_then, d_then), 2)
    );

-- Of two counts with this total, the greatest smaller one that chance alone would not give at 95%:
-- exact where poisson_limit has the total, the normal form with its lattice and kurtosis terms
-- beyond, which is the same for every total up to 200,000.
create or replace table poisson_limit as
with given as (
    select unnest(cast($limits as bigint[])) as most, generate_subscripts(cast($limits as bigint[]), 1) as place
)
select cast(place - 1 as bigint) as total, most from given;

create or replace macro poisson_most(total) as cast(
    floor(
        total / 2.0 - 0.5
        - 1.959963984540054 * sqrt(total / 4.0 - 1 / 12.0) * (1 - 0.841458820694124 / (12.0 * total))
    ) as bigint
);

create or replace macro is_noise(change, compared, per, millionths, relative) as
    case
        when relative
            then cast(abs(change) as hugeint) * 100000000 < cast(millionths as hugeint) * abs(compared)
        else cast(abs(change) as hugeint) * 1000000 < cast(millionths as hugeint) * per
    end;

-- Same period last year, for the series that method 4, rule 1, compares with it
create or replace temp table year_earlier as
select
    amount.series,
    calendar_period.ordinal,
    amount.ordinal as compared_ordinal,
    amount.published as compared,
    amount.n,
    amount.d
from series
inner join calendar_period using (frequency)
inner join amount on amount.series = series.series and amount.ordinal = calendar_period.last_year
where series.compared_with_last_year and amount.published is not null and amount.marker = '' and amount.complete;

create or replace temp table judging as
select
    target_in_force.position,
    target_in_force.ordinal,
    target_in_force.rule,
    target_rule.green_first,
    target_rule.green_last,
    target_rule.amber_first,
    target_rule.amber_last,
    target_rule.exceptional_first,
    target_rule.exceptional_last
from target_in_force
inner join target_rule using (rule)
where target_in_force.decides and (target_rule.green_first is not null or target_rule.green_last is not null);

-- method 3, the status table; all boundaries inclusive, a missing one is no bound
create or replace macro status_of(
    published, marker, rule, green_first, green_last, amber_first, amber_last, exceptional_first, exceptional_last
) as
    case
        when marker = 'suppressed'::marker_code then 'suppressed'::status_code
        when published is null then 'not_available'::status_code
        when rule is null then 'monitor'::status_code
        when coalesce(published >= exceptional_first, published <= exceptional_last, false)
            then 'exceptional'::status_code
        when coalesce(published >= green_first, true) and coalesce(published <= green_last, true)
            then 'green'::status_code
        when coalesce(published >= amber_first, true) and coalesce(published <= amber_last, true)
            then 'amber'::status_code
        else 'red'::status_code
    end;

-- Whole numbers count published values in their last decimal place. Direction and test are those without a control chart;
-- directed (10_directions.sql) has those that count.
create or replace table result (
    series integer,
    ordinal integer,
    reported_on date,
    published bigint,
    numerator decimal(28, 10),
    denominator decimal(28, 10),
    marker marker_code,
    qualifier qualifier_code,
    complete boolean,
    rule integer,
    status status_code,
    direction direction_code,
    previous bigint,
    four_before bigint,
    compared_ordinal integer,
    compared bigint,
    compared_n bigint,
    compared_d bigint,
    test test_code
);
