-- Figures changed after they were published: since a day, or else since each measure's result
-- before the latest one was published first.
with

standing as (
    select measure, ends, position
    from {standing}
    where level in ('strategic', 'service') and covid_section = ''
),

published_first as (
    select
        standing.measure,
        max_by(coalesce(first_result.reported_on, result.reported_on), result.ordinal) as day
    from standing
    inner join series on standing.measure = series.measure and series.headline
    inner join result using (series)
    inner join calendar_period
        on
            series.frequency = calendar_period.frequency
            and result.ordinal = calendar_period.ordinal
    left join first_result
        on result.series = first_result.series and result.ordinal = first_result.ordinal
    where
        standing.measure in (select measure from restatement where breakdown = '')
        and result.status not in ('no_data', 'not_due')
        and calendar_period.ends < standing.ends
    group by standing.measure
)

select
    measure.measure,
    measure.name,
    measure.unit,
    measure.decimals,
    measure.frequency,
    restatement.period,
    restatement.starts,
    restatement.value_from,
    restatement.value_to,
    restatement.reported_from,
    restatement.reported_to,
    coalesce(restatement.status_from, '') as status_from,
    coalesce(restatement.status_to, '') as status_to,
    count(*) over ()::integer as restated
from restatement
inner join standing using (measure)
inner join measure using (measure)
left join published_first using (measure)
where
    restatement.breakdown = ''
    and restatement.kind = 'vintage'
    and restatement.starts <= standing.ends
    and restatement.reported_to > coalesce($since, published_first.day)
order by restatement.reported_to desc, measure.position
limit $limit
