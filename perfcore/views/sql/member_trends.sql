select
    series.member::varchar as measure,
    list(here.ends order by result.ordinal) as ends,
    list((result.published * series.step)::double order by result.ordinal) as "values",
    list(
        case when series.judged then deciding.value::double end
        order by result.ordinal
    ) as targets
from series
inner join result using (series)
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
left join target as deciding
    on
        series.position = deciding.position
        and result.ordinal = deciding.ordinal
        and deciding.decides
where series.measure = $measure and (series.breakdown = $breakdown or series.headline)
group by series.member
order by series.member
