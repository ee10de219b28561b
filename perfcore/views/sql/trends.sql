select
    series.measure,
    here.starts,
    (result.published * series.step)::double as value,
    deciding.value::double as target
from series
inner join result using (series)
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
left join (select * from target where measure in (select unnest($measures))) as deciding
    on
        series.position = deciding.position
        and result.ordinal = deciding.ordinal
        and deciding.decides
where
    series.headline
    and series.measure in (select unnest($measures))
    and ($until is null or here.ends <= $until)
qualify row_number() over (partition by series.series order by result.ordinal desc) <= $points
order by series.measure, result.ordinal
