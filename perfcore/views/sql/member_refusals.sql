select series.member, chart.refusal::varchar as refusal, chart.by_increment
from series
inner join chart using (series)
where series.measure = $measure and series.breakdown = $breakdown
order by series.series
