-- Every point of every control chart, for readers (contracts 3).
create or replace view spc as
select
    series.measure,
    series.breakdown,
    series.member,
    calendar_period.period,
    calendar_period.starts,
    charted.partition,
    charted.ghosted,
    cast(charted.amount as double) as value,
    chart_limit.mean,
    chart_limit.mean - chart_limit.reach as lower,
    chart_limit.mean + chart_limit.reach as upper,
    charted.rules & 3 > 0 as is_single,
    charted.rules & 4 > 0 as is_shift,
    charted.rules & 48 > 0 as is_trend,
    charted.rules & 8 > 0 as is_two_in_three,
    case
        when chart_limit.reach is null or charted.ghosted then null
        when charted.decided_by = 0 then 'common_cause'
        else regexp_extract(cast(charted.variation as varchar), '^[a-z]+')
    end as verdict,
    cast(charted.variation as varchar) as variation,
    chart.by_increment,
    series.series,
    charted.ordinal
from charted
inner join series on series.series = charted.series
inner join chart on chart.series = charted.series
inner join calendar_period
    on calendar_period.frequency = series.frequency and calendar_period.ordinal = charted.ordinal
left join chart_limit on chart_limit.series = charted.series and chart_limit.partition = charted.partition;
