-- The figures of other areas as at the day, rounded as the measure is published, so that a tie is a tie of what is shown.
create or replace table area_figure as
with known as (
    select
        *,
        row_number() over (partition by measure, area_code, starts order by reported_on desc) as vintage
    from benchmark
    where reported_on <= $as_at and area_code <> $organisation
)

select
    series.position,
    calendar_period.ordinal,
    known.area_code,
    published_value(known.value, series.per) as published,
    case
        when known.marker = '' and published_value(known.value, series.per) is null then 'too_large'
        else known.marker
    end as marker,
    known.value,
    known.qualifier,
    known.reported_on
from known
inner join series on series.measure = known.measure and series.headline
inner join calendar_period
    on calendar_period.frequency = series.frequency and calendar_period.starts = known.starts
where known.vintage = 1
order by series.position, calendar_period.ordinal, known.area_code;

-- An area is called what it was called last.
create or replace table area_name as
select area_code, arg_max(area_name, (starts, reported_on)) as area_name
from benchmark
where reported_on <= $as_at
group by area_code
order by area_code;

-- Who is in which set, for each measure that is compared with it.
create or replace table compared_area as
select
    measure.position,
    cast(list_position(measure.comparators, comparator.comparator) as integer) as place,
    comparator.position as comparator_position,
    area.area_code
from measure
inner join comparator on list_contains(measure.comparators, comparator.comparator)
cross join lateral (select unnest(comparator.members) as area_code) as area
order by measure.position, place, area.area_code;
