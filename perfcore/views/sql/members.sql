select
    series.member,
    (result.published * series.step)::decimal(28, 10) as value,
    (result.previous * series.step)::decimal(28, 10) as value_before,
    result.numerator,
    result.denominator,
    result.status::varchar as status,
    coalesce(result.direction::varchar, '') as direction,
    case
        when compared.published is null then ''
        when result.published > compared.published then 'up'
        when result.published < compared.published then 'down'
        else 'level'
    end as arrow,
    result.marker::varchar as marker
from series
inner join result using (series)
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
left join result as compared
    on result.series = compared.series and result.compared_ordinal = compared.ordinal
where
    series.measure = $measure
    and series.breakdown = $breakdown
    and here.period = $period
order by series.member
