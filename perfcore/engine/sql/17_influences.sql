-- method 6: how two measures move together, which is no arithmetic. Spearman's rank correlation of a measure with each
-- of its influences, so many periods earlier as the framework says; a running total by its increments.
create or replace type influence_refusal_code as enum ('', 'other_periods', 'too_few', 'constant');

create or replace table influence as
with moved as (
    select
        series.position,
        result.ordinal,
        case when series.shape = 'cumulative' then increment.increment else result.published end as amount
    from series
    inner join result using (series)
    left join increment on increment.series = result.series and increment.ordinal = result.ordinal
    where series.headline and result.published is not null and result.complete and result.marker = ''::marker_code
),

named as (
    select
        whole.position,
        own.position as driver_position,
        driver.measure,
        driver.driver,
        driver.position as place,
        coalesce(driver.lag, 0) as lag,
        whole.frequency = own.frequency as fits
    from driver
    inner join measure as whole on whole.measure = driver.measure
    inner join measure as own on own.measure = driver.driver
    where driver.kind = 'influence'
),

paired as (
    select
        named.position,
        named.driver_position,
        moved.amount as amount,
        before.amount as driver_amount
    from named
    inner join moved on moved.position = named.position
    inner join moved as before
        on before.position = named.driver_position and before.ordinal = moved.ordinal - named.lag
    where named.fits and moved.amount is not null and before.amount is not null
),

-- ties share the mean of their ranks
ranked as (
    select
        position,
        driver_position,
        rank() over (partition by position, driver_position order by amount)
        + (count(*) over (partition by position, driver_position, amount) - 1) / 2 as rank_of,
        rank() over (partition by position, driver_position order by driver_amount)
        + (count(*) over (partition by position, driver_position, driver_amount) - 1) / 2 as driver_rank
    from paired
),

-- in whole numbers, twice each rank, so that the sums are the same in any order
correlated as (
    select
        position,
        driver_position,
        count(*) as n,
        count(*) * sum(cast(2 * rank_of as hugeint) * cast(2 * driver_rank as hugeint))
        - sum(cast(2 * rank_of as hugeint)) * sum(cast(2 * driver_rank as hugeint)) as together,
        count(*) * sum(cast(2 * rank_of as hugeint) * cast(2 * rank_of as hugeint))
        - sum(cast(2 * rank_of as hugeint)) * sum(cast(2 * rank_of as hugeint)) as own,
        count(*) * sum(cast(2 * driver_rank as hugeint) * cast(2 * driver_rank as hugeint))
        - sum(cast(2 * driver_rank as hugeint)) * sum(cast(2 * driver_rank as hugeint)) as others
    from ranked
    group by position, driver_position
),

judged as (
    select
        named.*,
        coalesce(correlated.n, 0) as n,
        correlated.together,
        correlated.own,
        correlated.others,
        case
            when not named.fits then 'other_periods'
            when coalesce(correlated.n, 0) < 8 then 'too_few'
            when correlated.own = 0 or correlated.others = 0 then 'constant'
            else ''
        end::influence_refusal_code as refusal
    from named
    left join correlated using (position, driver_position)
)

select
    measure,
    driver,
    lag,
    case
        when refusal = '' then cast(together as double) / sqrt(cast(own as double) * cast(others as double))
    end as rho,
    n,
    refusal
from judged
order by position, place;

-- Which measure moves which, as pages draw the tree.
create or replace table link as
select
    driver.measure,
    driver.driver,
    driver.kind,
    coalesce(driver.expected, '') as expected,
    coalesce(driver.lag, 0) as lag,
    above.level as level_above,
    below.level as level_below,
    influence.rho,
    coalesce(influence.n, 0) as n,
    coalesce(cast(influence.refusal as varchar), '') as refusal,
    driver.position
from driver
inner join measure as above on above.measure = driver.measure
inner join measure as below on below.measure = driver.driver
left join influence on influence.measure = driver.measure and influence.driver = driver.driver
order by driver.measure, driver.position;
