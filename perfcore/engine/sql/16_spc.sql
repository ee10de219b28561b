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

-- The same as pages draw them: the rule that decided a point, and its verdict only where there are limits.
create or replace view chart_point as
select
    series.measure,
    series.breakdown,
    series.member,
    here.period,
    here.starts,
    here.ends,
    charted.partition,
    charted.ghosted,
    cast(charted.amount as double) as value,
    chart_limit.mean,
    chart_limit.mean - chart_limit.reach as lower,
    chart_limit.mean + chart_limit.reach as upper,
    coalesce(
        cast(case when chart_limit.reach is not null and not charted.ghosted then charted.variation end as varchar), ''
    ) as variation,
    case charted.decided_by
        when 3 then 'single' when 4 then 'shift' when 8 then 'two_in_three' when 48 then 'trend' else ''
    end as rule,
    series.headline
from series
inner join charted on charted.series = series.series
inner join calendar_period as here
    on here.frequency = series.frequency and here.ordinal = charted.ordinal
left join chart_limit on chart_limit.series = charted.series and chart_limit.partition = charted.partition;

create or replace table headline_point as
select * exclude (headline)
from chart_point
where headline
order by measure, starts;
