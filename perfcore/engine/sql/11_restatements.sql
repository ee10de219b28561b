-- What is withheld now must not come back from what was said of it before.
create or replace temp table judged_vintage as
with withheld as (
    select series, ordinal
    from result
    where marker = 'suppressed'::marker_code
),

judged as (
    select
        vintage.series,
        vintage.ordinal,
        vintage.reported_on,
        case when withheld.series is null then vintage.published end as published,
        vintage.marker,
        withheld.series is not null as is_withheld,
        case when withheld.series is null then status_of(
            vintage.published, vintage.marker, judging.rule, judging.green_first, judging.green_last,
            judging.amber_first, judging.amber_last, judging.exceptional_first, judging.exceptional_last
        ) end as status
    from vintage
    left join withheld on withheld.series = vintage.series and withheld.ordinal = vintage.ordinal
    inner join series on series.series = vintage.series
    left join judging
        on judging.position = series.position and judging.ordinal = vintage.ordinal and series.judged
)

select
    *,
    lag(reported_on) over earlier as reported_from,
    lag(published) over earlier as published_from,
    lag(marker) over earlier as marker_from,
    lag(status) over earlier as status_from,
    row_number() over earlier = 1 as is_first
from judged
window earlier as (partition by series, ordinal order by reported_on);

-- method 2: a change between vintages is a restatement
create or replace table restatement as
with changes as (
    select
        series,
        ordinal,
        'vintage' as kind,
        published_from,
        published,
        reported_from,
        reported_on,
        status_from,
        status
    from judged_vintage
    where not is_first and not is_withheld and (published_from is distinct from published or marker_from <> marker)
    union all
    select
        increment.series,
        increment.ordinal,
        'cumulative_fall',
        increment.previous,
        increment.published,
        increment.previous_reported_on,
        increment.reported_on,
        earlier.status,
        result.status
    from increment
    inner join result on result.series = increment.series and result.ordinal = increment.ordinal
    left join lateral (
        select status from result as before
        where before.series = increment.series and before.ordinal < increment.ordinal
        and before.published is not null
        order by before.ordinal desc
        limit 1
    ) as earlier on true
    where increment.falls
)

select
    series.measure,
    series.breakdown,
    series.member,
    calendar_period.period,
    calendar_period.starts,
    cast(changes.published_from * series.step as decimal(28, 10)) as value_from,
    cast(changes.published * series.step as decimal(28, 10)) as value_to,
    changes.reported_from,
    changes.reported_on as reported_to,
    cast(changes.status_from as varchar) as status_from,
    cast(changes.status as varchar) as status_to,
    changes.kind
from changes
inner join series using (series)
inner join calendar_period
    on calendar_period.frequency = series.frequency and calendar_period.ordinal = changes.ordinal
order by series.series, changes.ordinal, changes.kind, changes.reported_on;

-- Of each revised figure, what was said first.
create or replace table first_result as
select
    series,
    ordinal,
    arg_min(published, reported_on) as published,
    arg_min(status, reported_on) as status,
    min(reported_on) as reported_on,
    bool_or(not is_first and (published_from is distinct from published or marker_from <> marker)) as restated
from judged_vintage
group by series, ordinal
order by series, ordinal;
