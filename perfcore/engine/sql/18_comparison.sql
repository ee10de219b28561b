-- method 8, the council beside each area or set of areas, period by period. Figures are whole numbers of the last
-- decimal, and all quantiles are exact: those of a list of them in quarters, the deviations' in sixteenths.
create or replace type standing_code as enum ('better', 'similar', 'worse', 'higher', 'lower');

-- four times a quartile by R's type 7 (Hyndman and Fan 1996), of a list in order
create or replace macro four_quartiles(numbers, quarter) as
    cast(numbers[(len(numbers) - 1) * quarter // 4 + 1] as hugeint) * (4 - (len(numbers) - 1) * quarter % 4)
    + cast(coalesce(numbers[(len(numbers) - 1) * quarter // 4 + 2], 0) as hugeint)
    * ((len(numbers) - 1) * quarter % 4);

create or replace macro sixteenths(amount, step) as
    cast(amount as decimal(24, 0)) * cast(step as decimal(7, 6)) * cast(0.0625 as decimal(5, 4));

create or replace table comparison as
with own as (
    select
        series.position,
        result.ordinal,
        result.published,
        cast(result.marker as varchar) as marker,
        result.complete,
        result.status not in ('no_data'::status_code, 'not_due'::status_code) as has_result
    from series
    inner join result using (series)
    where series.headline
),

met as (
    select
        compared_area.position,
        compared_area.place,
        area_figure.ordinal,
        area_figure.published,
        area_figure.marker,
        area_figure.unrounded,
        own.published as own
    from compared_area
    inner join area_figure
        on area_figure.position = compared_area.position and area_figure.area_code = compared_area.area_code
    left join own on own.position = area_figure.position and own.ordinal = area_figure.ordinal
),

others as (
    select
        position,
        place,
        ordinal,
        count(published) as figures,
        count(*) filter (where marker = 'suppressed') as withheld,
        count(*) filter (where marker = 'not_applicable') as without_service,
        count(*) filter (where published > own) as higher,
        count(*) filter (where published < own) as lower,
        count(*) filter (where published = own) as level,
        list(published order by published) filter (where published is not null) as numbers,
        any_value(unrounded) filter (where published is not null) as unrounded,
        any_value(published) as published
    from met
    group by position, place, ordinal
),

refused as (
    select
        others.*,
        measure.measure,
        measure.good,
        measure.frequency,
        series.step,
        compared_with.comparator,
        compared_with.kind,
        -- a total grows with the size of the place; sum is also how unstated averages and rates are combined
        measure.unit = 'count'
        or measure.combine = 'sum'
        and measure.unit not in ('percent', 'days', 'hours', 'minutes', 'rate', 'index')
        and not starts_with(measure.unit, 'per ') as is_total,
        compared_with.members,
        calendar_period.period,
        calendar_period.starts,
        calendar_period.ends,
        own.published as own,
        case
            when not coalesce(own.has_result, false) then 'no_own'
            when own.marker = 'suppressed' then 'own_withheld'
            when own.published is null then 'own_not_available'
            when not own.complete then 'own_incomplete'
            when compared_with.since > calendar_period.starts then 'before_set'
            when compared_with.kind = 'area' and others.withheld > 0 then 'area_withheld'
            when compared_with.kind = 'area' and others.figures = 0 then 'area_not_available'
            -- five figures are the fewest of which the least, the quartiles and the greatest are five different ones
            when compared_with.kind = 'set' and others.figures < 5 then 'too_few'
            else ''
        end as refusal
    from others
    inner join measure using (position)
    inner join series on series.position = others.position and series.headline
    inner join compared_with using (position, place)
    inner join calendar_period
        on calendar_period.frequency = measure.frequency and calendar_period.ordinal = others.ordinal
    left join own on own.position = others.position and own.ordinal = others.ordinal
),

-- a set whose areas are too few says nothing of them; its own withheld figure says nothing of the council
quartered as (
    select
        *,
        refusal = '' and kind = 'set' and not is_total as is_ranked,
        case when kind = 'set' and figures >= 5 and refusal <> 'before_set' then numbers end as set_numbers
    from refused
),

spread as (
    select
        *,
        four_quartiles(set_numbers, 1) as lower_4,
        four_quartiles(set_numbers, 2) as median_4,
        four_quartiles(set_numbers, 3) as upper_4,
        four_quartiles(
            list_sort(list_transform(set_numbers, lambda x: abs(4 * cast(x as hugeint) - four_quartiles(set_numbers, 2)))), 2
        ) as deviation_16
    from quartered
),

placed as (
    select
        spread.*,
        own_interval.method as interval_method,
        own_interval.low as interval_low,
        own_interval.high as interval_high,
        case
            when refusal <> '' or kind = 'set' or is_total then null
            when own_interval.low > spread.unrounded then 'higher'
            when own_interval.high < spread.unrounded then 'lower'
            when own_interval.low is not null then 'similar'
        end as side
    from spread
    left join own_interval
        on own_interval.position = spread.position and own_interval.ordinal = spread.ordinal
        and spread.kind = 'area' and spread.refusal = '' and not spread.is_total
)

select
    position,
    measure,
    comparator,
    kind,
    place,
    period,
    starts,
    ends,
    case when refusal not in ('no_own', 'own_withheld', 'own_not_available') then sixteenths(16 * cast(own as hugeint), step) end as value,
    case when kind = 'area' and refusal <> 'before_set' then sixteenths(16 * cast(published as hugeint), step) end as area_value,
    cast(members as integer) as members,
    cast(figures as integer) as figures,
    cast(withheld as integer) as withheld,
    cast(without_service as integer) as without_service,
    cast(case when refusal = '' then higher end as integer) as higher,
    cast(case when refusal = '' then lower end as integer) as lower,
    cast(case when refusal = '' then level end as integer) as level,
    -- 1 is best by what is good; those level with each other share the smallest rank
    cast(case
        when not is_ranked then null
        when good = 'high' then higher + 1
        when good = 'low' then lower + 1
    end as integer) as rank,
    -- 1 is the best quarter; on a boundary the better one; where the boundaries are one, there are no quarters
    cast(case
        when not is_ranked or good not in ('high', 'low') or lower_4 = upper_4 then null
        when case good when 'high' then 4 * cast(own as hugeint) >= upper_4 else 4 * cast(own as hugeint) <= lower_4 end then 1
        when case good when 'high' then 4 * cast(own as hugeint) >= median_4 else 4 * cast(own as hugeint) <= median_4 end then 2
        when case good when 'high' then 4 * cast(own as hugeint) >= lower_4 else 4 * cast(own as hugeint) <= upper_4 end then 3
        else 4
    end as integer) as quartile,
    sixteenths(4 * lower_4, step) as lower_quartile,
    sixteenths(4 * median_4, step) as median,
    sixteenths(4 * upper_4, step) as upper_quartile,
    sixteenths(deviation_16, step) as deviation,
    case
        when is_ranked and deviation_16 > 0
            then cast(4 * (4 * cast(own as hugeint) - median_4) as double) / cast(deviation_16 as double)
    end as distance,
    cast(case
        when side = 'similar' or good not in ('high', 'low') then side
        when (side = 'higher') = (good = 'high') then 'better'
        when side is not null then 'worse'
    end as standing_code) as verdict,
    cast(interval_method as varchar) as interval_method,
    interval_low,
    interval_high,
    refusal,
    case
        when refusal <> '' then refusal
        when kind = 'area' then 'one_area'
        when is_total then 'total'
        when good = 'none' then 'no_polarity'
        when good = 'range' then 'own_range'
        else ''
    end as rank_refusal,
    case
        when refusal <> '' then refusal
        when kind = 'area' then 'one_area'
        when is_total then 'total'
        when good = 'none' then 'no_polarity'
        when good = 'range' then 'own_range'
        when lower_4 = upper_4 then 'no_quarters'
        else ''
    end as quartile_refusal,
    case
        when refusal <> '' then refusal
        when kind = 'area' then 'one_area'
        when is_total then 'total'
        when deviation_16 = 0 then 'no_spread'
        else ''
    end as distance_refusal,
    case
        when refusal <> '' then refusal
        when kind = 'set' then 'no_single_value'
        when is_total then 'total'
        when side is null then 'no_interval'
        else ''
    end as verdict_refusal
from placed
order by position, place, ordinal;

-- Each area of each comparison, as a strip and a table show it.
create or replace view comparison_area as
select
    comparison.measure,
    comparison.comparator,
    comparison.period,
    comparison.starts,
    compared_area.area_code,
    compared_area.area_name,
    area_figure.value,
    coalesce(area_figure.marker, 'not_supplied') as marker,
    coalesce(area_figure.qualifier, '') as qualifier
from comparison
inner join compared_area using (position, place)
left join area_figure
    on area_figure.position = comparison.position and area_figure.starts = comparison.starts
    and area_figure.area_code = compared_area.area_code;
