-- method 7: every usable figure of the headline series, unrounded.
select
    series.measure,
    result.ordinal,
    coalesce(
        cast(result.numerator as double) / nullif(cast(result.denominator as double), 0) * measure.scale,
        cast(result.published * series.step as double)
    ) as amount,
    cast(result.numerator as double) as numerator,
    cast(result.denominator as double) as denominator,
    calendar_period.year_starts
from series
inner join measure on measure.position = series.position
inner join result on result.series = series.series
inner join calendar_period
    on calendar_period.frequency = series.frequency and calendar_period.ordinal = result.ordinal
where series.headline and result.published is not null and result.marker = ''::marker_code and result.complete
order by series.position, result.ordinal;
