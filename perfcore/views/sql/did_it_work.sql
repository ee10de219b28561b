-- A measure before an action began and after it ended, with the tests of method 4. The figure after is compared with the
-- same period of the year before where the measure is compared with last year (rule 1), which must lie before the action.
with figure as (
    select
        headline.period,
        headline.starts,
        headline.ends,
        headline.last_year_starts,
        headline.value,
        cast(round(headline.value * series.per) as bigint) as published,
        cast(headline.numerator as double) as n,
        cast(headline.denominator as double) as d,
        headline.numerator is null as without_ratio,
        series.good,
        series.counted,
        series.decimals,
        series.per,
        series.noise_millionths,
        series.noise_relative,
        series.compared_with_last_year
    from headline
    inner join series on series.measure = headline.measure and series.headline
    where headline.measure = $measure and headline.value is not null
),

later as (
    select * from figure
    where starts > cast($began as date) and ends <= cast($ended as date)
    order by starts desc
    limit 1
),

earlier as (
    select figure.*
    from figure
    left join later on true
    where
        figure.ends <= cast($began as date)
        and (
            later.starts is null
            or not later.compared_with_last_year
            or figure.starts = later.last_year_starts
        )
    order by figure.starts desc
    limit 1
),

paired as (
    select
        earlier.period as period_before,
        earlier.starts as starts_before,
        earlier.value as value_before,
        later.period as period_after,
        later.starts as starts_after,
        later.value as value_after,
        coalesce(later.good, earlier.good) as good,
        later.published - earlier.published as change,
        earlier.published as published_before,
        later.per,
        later.noise_millionths,
        later.noise_relative,
        case
            when later.n is not null and earlier.n is not null and later.d > 0 and earlier.d > 0
                and later.n between 0 and later.d and earlier.n between 0 and earlier.d
                then newcombe_low(later.n, later.d, earlier.n, earlier.d)
        end as low,
        case
            when later.n is not null and earlier.n is not null and later.d > 0 and earlier.d > 0
                and later.n between 0 and later.d and earlier.n between 0 and earlier.d
                then newcombe_high(later.n, later.d, earlier.n, earlier.d)
        end as high,
        case
            when later.counted and later.without_ratio and later.decimals = 0
                and later.published >= 0 and earlier.published >= 0
                then later.published + earlier.published
        end as total,
        least(later.published, earlier.published) as smaller
    from later
    full outer join earlier on true
)

select
    measure.name,
    measure.frequency,
    measure.unit,
    measure.decimals,
    coalesce(cast(paired.good as varchar), measure.good) as good,
    coalesce(paired.period_before, '') as period_before,
    paired.starts_before,
    paired.value_before,
    coalesce(paired.period_after, '') as period_after,
    paired.starts_after,
    paired.value_after,
    case
        when paired.change is null then ''
        when paired.low is not null then 'newcombe'
        when paired.total is not null then 'poisson'
        else 'noise'
    end as test,
    case
        when paired.change is null or paired.change = 0 then false
        when paired.low is not null then paired.low > 0 or paired.high < 0
        when paired.total is not null
            then paired.smaller <= coalesce(poisson_limit.most, poisson_most(paired.total))
        else not is_noise(
            paired.change, paired.published_before, paired.per, paired.noise_millionths, paired.noise_relative
        )
    end as is_clear
from measure
left join paired on true
left join poisson_limit on poisson_limit.total = paired.total
where measure.measure = $measure
