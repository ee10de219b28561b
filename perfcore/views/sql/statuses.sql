select
    result.measure,
    result.breakdown,
    result.member,
    result.period,
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
    result.variation,
    result.assurance,
    result.reported_on,
    result.age_days,
    measure.name,
    measure.unit,
    measure.decimals
from {rows} as result
inner join measure using (measure)
where
    result.breakdown = $breakdown
    and ($period is null or result.period = $period)
    and ($measure is null or result.measure = $measure)
    and ($level is null or measure.level = $level)
    and ($directorate is null or measure.directorate = $directorate)
order by measure.position, result.member, result.starts
