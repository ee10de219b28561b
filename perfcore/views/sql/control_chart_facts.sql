select
    chart.by_increment,
    chart.refusal::varchar as refusal,
    chart.points,
    coalesce(suggested.period, '') as suggested_period,
    suggested.starts as suggested_starts
from series
inner join chart using (series)
left join calendar_period as suggested
    on series.frequency = suggested.frequency and chart.suggested_from = suggested.ordinal
where
    series.measure = $measure
    and series.breakdown = $breakdown
    and series.member = $member
