-- Every period of every headline as a page shows it, one measure together, so that a history is one lookup.
create or replace table headline as
select
    series.measure,
    here.period,
    here.starts,
    here.ends,
    cast(result.published * series.step as decimal(28, 10)) as value,
    result.numerator,
    result.denominator,
    case when series.judged then deciding.value end as target,
    case when series.judged then deciding.low end as target_low,
    case when series.judged then deciding.high end as target_high,
    cast(result.status as varchar) as status,
    coalesce(cast(result.direction as varchar), '') as direction,
    case
        when result.compared is null then ''
        when result.published > result.compared then 'up'
        when result.published < result.compared then 'down'
        else 'level'
    end as arrow,
    cast(result.marker as varchar) as marker,
    cast(result.qualifier as varchar) as qualifier,
    coalesce(note.note, '') as note,
    result.reported_on,
    coalesce(derivation.have || ' of ' || derivation.want || ' ' || derivation.noun, '') as parts,
    coalesce(first_result.restated, false) as restated
from series
inner join result using (series)
inner join calendar_period as here
    on here.frequency = series.frequency and here.ordinal = result.ordinal
left join target as deciding
    on deciding.position = series.position and deciding.ordinal = result.ordinal and deciding.decides
left join note on note.series = result.series and note.ordinal = result.ordinal
left join derivation on derivation.series = result.series and derivation.ordinal = result.ordinal
left join first_result on first_result.series = result.series and first_result.ordinal = result.ordinal
where series.headline
order by series.position, result.ordinal;

-- The same as one row for each measure, for the small charts in tables.
create or replace table trend as
select
    measure,
    list(ends order by starts) as ends,
    list(cast(value as double) order by starts) as "values",
    list(cast(target as double) order by starts) as targets
from headline
group by measure
order by measure;

-- Each measure with its latest result, in the framework's order, so that a page asks one table.
create or replace table latest_headline as
select
    measure.measure,
    measure.name,
    measure.level,
    measure.service_name,
    measure.directorate,
    measure.directorate_name,
    measure.quadrant,
    measure.portfolio,
    measure."group",
    measure.covid_section,
    measure.priorities,
    measure.tags,
    measure.owner,
    measure.unit,
    measure.decimals,
    measure.frequency,
    measure.good,
    measure.shape,
    coalesce(result.period, '') as period,
    result.starts,
    result.ends,
    result.value,
    result.target,
    result.target_low,
    result.target_high,
    coalesce(result.status, 'no_data') as status,
    coalesce(result.direction, '') as direction,
    coalesce(result.arrow, '') as arrow,
    coalesce(result.reason, '') as reason,
    result.reported_on,
    coalesce(result.marker, '') as marker,
    coalesce(result.qualifier, '') as qualifier,
    coalesce(result.parts, '') as parts,
    result.since_periods,
    coalesce(result.previous_status, '') as previous_status,
    result.previous_value,
    coalesce(result.late_period, '') as late_period,
    coalesce(result.late_days, 0) as late_days,
    result.next_due,
    measure.retired_from,
    measure.position,
    -- what a search looks through
    strip_accents(lower(concat_ws(
        ' ', measure.measure, measure.name, measure.definition, measure.service_name, measure.directorate_name,
        measure.portfolio_name, measure.owner, measure.source, measure.statutory_return,
        array_to_string(measure.tags, ' ')
    ))) as searched
from measure
left join latest as result on result.measure = measure.measure and result.breakdown = ''
order by measure.position;
