-- The members of a breakdown and the council itself in one period, beside their earlier figures.
with here as (
    select calendar_period.*
    from measure
    inner join calendar_period using (frequency)
    where measure.measure = $measure and calendar_period.period = $period
),

told as (
    select *
    from directed
    where measure = $measure
)

select
    case when series.headline then '' else series.member::varchar end as member,
    (result.published * series.step)::decimal(28, 10) as value,
    (before.published * series.step)::decimal(28, 10) as value_before,
    (year_earlier.published * series.step)::decimal(28, 10) as value_last_year,
    result.numerator,
    result.denominator,
    coalesce(result.status::varchar, 'no_data') as status,
    coalesce(result.direction::varchar, '') as direction,
    arrow_of(result.published, result.compared, result.test, result.variation) as arrow,
    coalesce(result.marker::varchar, '') as marker,
    coalesce(derivation.have || ' of ' || derivation.want || ' ' || derivation.noun, '') as parts
from series
cross join here
left join told as result on series.series = result.series and here.ordinal = result.ordinal
left join result as before
    on series.series = before.series and here.ordinal - 1 = before.ordinal
left join result as year_earlier
    on series.series = year_earlier.series and here.last_year = year_earlier.ordinal
left join derivation
    on
        result.series = derivation.series
        and result.ordinal = derivation.ordinal
        and derivation.have < derivation.want
where
    series.measure = $measure
    and (series.breakdown = $breakdown or series.headline)
    and (
        series.headline
        or series.series in (
            select recent.series
            from result as recent
            where
                recent.marker <> 'not_applicable'
                and recent.ordinal between coalesce(here.last_year, here.ordinal - 1) and here.ordinal
        )
    )
order by series.member
