select
    series.member,
    here.period,
    here.starts,
    here.ends,
    charted.partition,
    charted.ghosted,
    charted.amount::double as value,
    chart_limit.mean,
    chart_limit.mean - chart_limit.reach as lower,
    chart_limit.mean + chart_limit.reach as upper,
    coalesce(
        case when chart_limit.reach is not null and not charted.ghosted then charted.variation end::varchar, ''
    ) as variation,
    case charted.decided_by
        when 3 then 'single' when 4 then 'shift' when 8 then 'two_in_three' when 48 then 'trend' else ''
    end as rule
from series
inner join charted using (series)
inner join calendar_period as here
    on series.frequency = here.frequency and charted.ordinal = here.ordinal
left join chart_limit
    on charted.series = chart_limit.series and charted.partition = chart_limit.partition
where
    series.measure = $measure
    and series.breakdown = $breakdown
    and ($until is null or here.ends <= $until)
order by series.series, here.starts
