select
    chart_note.kind,
    coalesce(calendar_period.period, '') as period,
    chart_note.starts,
    chart_note.reason
from chart_note
inner join measure using (measure)
left join calendar_period
    on measure.frequency = calendar_period.frequency and chart_note.starts = calendar_period.starts
where chart_note.measure = $measure
order by chart_note.starts, chart_note.kind
