select
    measure.measure,
    measure.name,
    measure.unit,
    measure.decimals,
    measure.good,
    measure.shape,
    measure.combine,
    measure.scale,
    result.period,
    result.starts,
    result.value,
    result.numerator,
    result.denominator,
    result.target,
    result.status,
    result.sentence,
    result.direction,
    result.method,
    result.reason,
    result.short_difference,
    result.long_difference,
    result.reported_on,
    result.age_days,
    result.marker,
    result.complete,
    result.parts,
    result.first_status
from {rows} as result
inner join measure using (measure)
where
    result.measure = $measure
    and result.breakdown = ''
    and result.member = ''
    and ($period is null or result.period = $period)
