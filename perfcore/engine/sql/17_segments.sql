create or replace type rule_code as enum ('ratio', 'sum', 'mean', 'product');

-- method 6: what a measure's figure is put together from. Its members by one breakdown at a time; under the name
-- 'parts' the measures that add up to it, or the factors whose product it is.
create or replace table segment as
with every as (
    select
        position,
        breakdown::varchar as breakdown,
        if(combine in ('ratio', 'mean'), combine, 'sum') as rule,
        series,
        member::varchar as member,
        0 as place,
        true as fits,
        frequency,
        step
    from series
    where not headline
    union all
    select
        whole.position,
        'parts' as breakdown,
        case
            when driver.kind = 'factor' then 'product'
            when whole.combine in ('ratio', 'mean') then whole.combine
            else 'sum'
        end as rule,
        part.series,
        part.measure::varchar as member,
        driver.position as place,
        part.frequency = whole.frequency and (driver.kind = 'factor' or part.shape = whole.shape) as fits,
        part.frequency,
        part.step
    from series as whole
    inner join driver on driver.measure = whole.measure and driver.kind in ('part', 'factor')
    inner join series as part on part.measure = driver.driver and part.headline
    where whole.headline
)

select
    cast(dense_rank() over (order by position, breakdown) as integer) as split,
    every.* replace (cast(rule as rule_code) as rule),
    every.rule = 'ratio' as divided,
    every.rule = 'sum' as added
from every
order by split, place, series;

-- What the members shown in one period come to. Sums are exact, so that they are the same in any order.
create or replace temp table side as
select
    segment.split,
    result.ordinal,
    count(result.published) as shown,
    count(*) filter (where result.marker = 'suppressed'::marker_code) as withheld,
    count(*) filter (
        where result.published is null
        and result.marker not in ('suppressed'::marker_code, 'not_applicable'::marker_code)
        and not (result.marker = 'zero_denominator'::marker_code and result.numerator = 0)
    ) as unavailable,
    count(*) filter (where result.published is not null and (result.numerator is null or result.denominator is null))
        as lacking,
    count(*) filter (where result.denominator <= 0 and result.published is not null) as without_weight,
    bool_and(result.complete) as complete,
    bit_xor(hash(result.series)) filter (where result.published is not null) as who,
    sum(case when segment.divided and result.published is not null then result.numerator end) as numerator,
    sum(case when segment.divided and result.published is not null then result.denominator end) as denominator,
    sum(case when segment.added then result.published * segment.step end) as total
from result
inner join segment using (series)
group by segment.split, result.ordinal;
