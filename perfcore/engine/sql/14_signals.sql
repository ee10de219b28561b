-- method 4 and 5, of headlines: the direction, by which rule each point is special cause, for how many points in a row,
-- and how often the process has met its target; or why a point is not tested.
create or replace temp table signal as
with drawn as (
    select
        charted.series,
        charted.ordinal,
        charted.partition,
        charted.decided_by,
        charted.variation,
        charted.rules & 3 as single,
        (charted.rules & 4) * charted.side as shift,
        (charted.rules & 8) * charted.side as two_in_three,
        charted.rules & 48 as trend,
        row_number() over in_time as place
    from charted
    inner join series using (series)
    where series.headline and not charted.ghosted
    window in_time as (partition by charted.series order by charted.ordinal)
),

begun as (
    select
        *,
        max(case when single is distinct from lag_single then place end) over in_time as single_from,
        max(case when shift is distinct from lag_shift then place end) over in_time as shift_from,
        max(case when two_in_three is distinct from lag_two then place end) over in_time as two_from,
        max(case when trend is distinct from lag_trend then place end) over in_time as trend_from
    from (
        select
            *,
            lag(single) over in_order as lag_single,
            lag(shift) over in_order as lag_shift,
            lag(two_in_three) over in_order as lag_two,
            lag(trend) over in_order as lag_trend
        from drawn
        window in_order as (partition by series order by place)
    )
    window in_time as (partition by series order by place)
),

told as (
    select
        series,
        ordinal,
        partition,
        variation,
        case decided_by when 3 then 'single' when 4 then 'shift' when 8 then 'two_in_three' when 48 then 'trend' else '' end
            as rule,
        place + 1 - case decided_by
            when 3 then single_from
            when 4 then shift_from
            when 8 then two_from
            when 48 then trend_from
        end as run
    from begun
),

headlined as materialized (
    select *
    from directed
    where headline
),

met as (
    select
        series,
        ordinal,
        count(*) filter (where status in ('green'::status_code, 'exceptional'::status_code)) over in_time as met,
        count(*) over in_time as met_of
    from headlined
    where
        partition is not null
        and status in ('red'::status_code, 'amber'::status_code, 'green'::status_code, 'exceptional'::status_code)
    window in_time as (partition by series, partition order by ordinal)
)

select
    headlined.series,
    headlined.ordinal,
    headlined.test,
    headlined.direction,
    headlined.variation,
    assurance_of(
        headlined.variation,
        headlined.good,
        cast(target_rule.aim as double),
        chart_limit.mean,
        chart_limit.reach,
        spc_rules.rules
    ) as assurance,
    case when headlined.variation is null then '' else told.rule end as rule,
    case when headlined.variation is not null then told.run end as run,
    met.met,
    met.met_of,
    case
        when headlined.variation is not null then ''
        when chart.refusal not in ('', 'too_few_points', 'too_few_since') then cast(chart.refusal as varchar)
        when charted.ghosted then 'ghosted'
        when charted.series is null then 'no_figure'
        when charted.partition = 0 then 'too_few_points'
        else 'too_few_since'
    end as refusal
from headlined
cross join spc_rules
inner join chart on chart.series = headlined.series
left join target_rule on target_rule.rule = headlined.rule
left join chart_limit on chart_limit.series = headlined.series and chart_limit.partition = headlined.partition
left join charted on charted.series = headlined.series and charted.ordinal = headlined.ordinal
left join told on told.series = headlined.series and told.ordinal = headlined.ordinal
left join met on met.series = headlined.series and met.ordinal = headlined.ordinal
order by headlined.series, headlined.ordinal;
