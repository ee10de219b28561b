-- One pass over the amounts of a stride of series: each beside the ones before it, its target, its status and its
-- direction without a control chart (method 4, rules 1 and 3).
insert into result
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
        n,
        d,
        published is not null and marker = ''::marker_code and complete as usable
    from amount
    where series between $first and $last
),

beside as (
    select
        *,
        lag(ordinal) over earlier as previous_ordinal,
        lag(published) over earlier as previous,
        lag(n) over earlier as previous_n,
        lag(d) over earlier as previous_d,
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
        beside.n,
        beside.d,
        case when series.compared_with_last_year then year_earlier.n else beside.previous_n end as n_then,
        case when series.compared_with_last_year then year_earlier.d else beside.previous_d end as d_then,
        series.counted and beside.numerator is null and series.decimals = 0 as counted,
        series.good,
        series.judged,
        series.per,
        series.noise_millionths,
        series.noise_relative,
        judging.rule,
        judging.green_first,
        judging.green_last,
        judging.amber_first,
        judging.amber_last,
        judging.exceptional_first,
        judging.exceptional_last
    from beside
    inner join series on series.series = beside.series
    left join year_earlier on year_earlier.series = beside.series and year_earlier.ordinal = beside.ordinal
    left join judging
        on judging.position = series.position and judging.ordinal = beside.ordinal and series.judged
),

proportions as (
    select
        *,
        n / d as share,
        n_then / d_then as share_then,
        wilson_centre(n, d) as centre,
        wilson_half(n, d) as half,
        wilson_centre(n_then, d_then) as centre_then,
        wilson_half(n_then, d_then) as half_then
    from compared
),

distances as (
    select
        *,
        share - share_then as change_of_share,
        share - (centre - half) as below,
        centre + half - share as above,
        share_then - (centre_then - half_then) as below_then,
        centre_then + half_then - share_then as above_then
    from proportions
),

tested as (
    select
        *,
        change_of_share - sqrt(below * below + above_then * above_then) as interval_low,
        change_of_share + sqrt(above * above + below_then * below_then) as interval_high,
        case when counted and published >= 0 and compared >= 0 then published + compared end as total,
        greatest(green_first - published, published - green_last, 0) as off_now,
        greatest(green_first - compared, compared - green_last, 0) as off_then
    from distances
),

decided as (
    select
        tested.*,
        case
            when compared is null or compared = published then 'none'::test_code
            when interval_low is not null then 'newcombe'::test_code
            when tested.total is not null then 'poisson'::test_code
            else 'noise'::test_code
        end as test,
        case
            when compared is null or compared = published then false
            when interval_low is not null then interval_low > 0 or interval_high < 0
            when tested.total is not null
                then least(published, compared) <= coalesce(poisson_limit.most, poisson_most(tested.total))
            else not is_noise(published - compared, compared, per, noise_millionths, noise_relative)
        end as clear
    from tested
    left join poisson_limit on poisson_limit.total = tested.total
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
    previous,
    four_before,
    compared_ordinal,
    compared,
    case when test = 'newcombe'::test_code then cast(n_then as bigint) end as compared_n,
    case when test = 'newcombe'::test_code then cast(d_then as bigint) end as compared_d,
    test
from decided
order by series, ordinal;
