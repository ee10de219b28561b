select
    here.period,
    here.starts,
    here.ends,
    (result.published * series.step)::decimal(28, 10) as value,
    result.numerator,
    result.denominator,
    case when series.judged then deciding.value end as target,
    result.status::varchar as status,
    coalesce(result.direction::varchar, '') as direction,
    case
        when compared.published is null then ''
        when result.published > compared.published then 'up'
        when result.published < compared.published then 'down'
        else 'level'
    end as arrow,
    result.marker::varchar as marker,
    result.qualifier::varchar as qualifier,
    coalesce(note.note, '') as note,
    result.reported_on,
    coalesce(derivation.have || ' of ' || derivation.want || ' ' || derivation.noun, '') as parts,
    coalesce(first_result.restated, false) as restated
from series
inner join result using (series)
inner join calendar_period as here
    on series.frequency = here.frequency and result.ordinal = here.ordinal
left join result as compared
    on result.series = compared.series and result.compared_ordinal = compared.ordinal
left join (select * from target where measure = $measure) as deciding
    on
        series.position = deciding.position
        and result.ordinal = deciding.ordinal
        and deciding.decides
left join note on result.series = note.series and result.ordinal = note.ordinal
left join derivation
    on result.series = derivation.series and result.ordinal = derivation.ordinal
left join first_result
    on result.series = first_result.series and result.ordinal = first_result.ordinal
where
    series.headline
    and series.measure = $measure
    and ($until is null or here.ends <= $until)
order by result.ordinal
