select
    series.member,
    (result.published * series.step)::decimal(28, 10) as value,
    (result.previous * series.step)::decimal(28, 10) as value_before,
    result.numerator,
    result.denominator,
    result.status::varchar as status,
    coalesce(result.direction::varchar, '') as direction,
    case
        when result.compared is null then ''
        when result.published > result.compared then 'up'
        when result.published < result.compared then 'down'
        else 'level'
    end as arrow,
    result.marker::varchar as marker
from series
inner join result using (series)
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
where
    series.measure = $measure
    and series.breakdown = $breakdown
    and here.period = $period
order by series.member
