-- One pass over all amounts: each beside the ones before it, its target, its status and its direction.
create or replace table result as
with usable_or_not as (
    select
        series,
        ordinal,
        reported_on,
        published,
        numerator,
        denominator,
        marker,
        qualifier,
        complete,
        published is not null and marker = '' and complete as usable
    from amount
),

beside as (
    select
        *,
        lag(ordinal) over earlier as previous_ordinal,
        lag(published) over earlier as previous,
        lag(numerator) over earlier as previous_numerator,
        lag(denominator) over earlier as previous_denominator,
        lag(published, 2) over earlier + lag(published, 3) over earlier + lag(published, 4) over earlier as three_before
    from usable_or_not
    window earlier as (partition by series, usable order by ordinal)
),

compared as (
    select
        beside.series,
        beside.ordinal,
        beside.reported_on,
        beside.published,
        beside.numerator,
        beside.denominator,
        beside.marker,
        beside.qualifier,
        beside.complete,
        beside.usable,
        case when beside.usable then beside.previous_ordinal end as previous_ordinal,
        case when beside.usable then beside.previous end as previous,
        case when beside.usable and not series.compared_with_last_year then beside.previous + beside.three_before end
            as four_before,
        -- method 4: rule 1 compares with last year, rule 3 with the period before
        series.compared_with_last_year,
        case
            when not beside.usable then null
            when series.compared_with_last_year then year_earlier.compared_ordinal
            else beside.previous_ordinal
        end as compared_ordinal,
        case
            when not beside.usable then null
            when series.compared_with_last_year then year_earlier.compared
            else beside.previous
        end as compared,
        case when series.compared_with_last_year then year_earlier.numerator else beside.previous_numerator end
            as compared_numerator,
        case when series.compared_with_last_year then year_earlier.denominator else beside.previous_denominator end
            as compared_denominator,
        series.counted and beside.numerator is null and series.decimals = 0 as counted,
        series.good,
        series.judged,
        series.per,
        series.noise_millionths,
        series.noise_relative,
        judging.* exclude (position, ordinal)
    from beside
    inner join series on series.series = beside.series
    left join year_earlier on year_earlier.series = beside.series and year_earlier.ordinal = beside.ordinal
    left join judging
        on judging.position = series.position and judging.ordinal = beside.ordinal and series.judged
),

tested as (
    select
        *,
        case
            when compared_ordinal is null or compared = published then 'none'
            when is_proportion(numerator, denominator) and is_proportion(compared_numerator, compared_denominator)
                then 'newcombe'
            when counted and published >= 0 and compared >= 0 then 'poisson'
            else 'noise'
        end::test_code as test
    from compared
),

measured as (
    select
        *,
        case when test = 'newcombe' then newcombe_low(
            cast(numerator as double),
            cast(denominator as double),
            cast(compared_numerator as double),
            cast(compared_denominator as double)
        ) end as interval_low,
        case when test = 'newcombe' then newcombe_high(
            cast(numerator as double),
            cast(denominator as double),
            cast(compared_numerator as double),
            cast(compared_denominator as double)
        ) end as interval_high,
        case when test = 'poisson' then published + compared end as total
    from tested
),

decided as (
    select
        measured.*,
        case test
            when 'newcombe' then interval_low > 0 or interval_high < 0
            when 'poisson' then least(published, compared) <= coalesce(poisson_limit.most, poisson_most(measured.total))
            when 'noise' then not is_noise(published - compared, compared, per, noise_millionths, noise_relative)
            else false
        end as clear,
        greatest(green_first - published, published - green_last, 0) as off_now,
        greatest(green_first - compared, compared - green_last, 0) as off_then
    from measured
    left join poisson_limit on poisson_limit.total = measured.total
)

select
    series,
    ordinal,
    reported_on,
    published,
    numerator,
    denominator,
    marker,
    qualifier,
    complete,
    rule,
    status_of(
        published, marker, rule, green_first, green_last, amber_first, amber_last, exceptional_first, exceptional_last
    ) as status,
    -- method 4: of a range, nearer to it is better; without a better direction the value rises or falls
    case
        when compared is null then 'too_few_points'::direction_code
        when not clear then 'no_clear_change'::direction_code
        when good = 'range' and rule is not null and off_now = off_then then 'no_clear_change'::direction_code
        when good = 'range' and rule is not null and off_now < off_then then 'improving'::direction_code
        when good = 'range' and rule is not null then 'worsening'::direction_code
        when good in ('none', 'range') and published > compared then 'rising'::direction_code
        when good in ('none', 'range') then 'falling'::direction_code
        when (published > compared) = (good = 'high') then 'improving'::direction_code
        else 'worsening'::direction_code
    end as direction,
    previous_ordinal,
    previous,
    four_before,
    compared_ordinal,
    compared,
    test,
    interval_low,
    interval_high
from decided;
