-- With whom each measure is compared, in the order in which it names them.
create or replace table compared_with as
select
    measure.position,
    cast(list_position(measure.comparators, comparator.comparator) as integer) as place,
    measure.measure,
    comparator.comparator,
    comparator.name,
    comparator.kind,
    comparator.since,
    coalesce(cast(len(comparator.members) as integer), 0) as members
from measure
inner join comparator on list_contains(measure.comparators, comparator.comparator)
order by measure.position, place;

-- The areas themselves; each is called what it was called last, or by its code where it is in no file.
create or replace table compared_area as
with named as (
    select area_code, arg_max(area_name, (starts, reported_on, measure)) as name
    from benchmark
    where reported_on <= $as_at
    group by area_code
),

member as (
    select comparator, unnest(members) as area_code from comparator
)

select
    compared_with.position,
    compared_with.place,
    compared_with.comparator,
    member.area_code,
    coalesce(named.name, member.area_code) as area_name
from compared_with
inner join member using (comparator)
left join named using (area_code)
order by compared_with.position, compared_with.place, member.area_code;

-- The figures of other areas as at the day, rounded as the measure is published, so that a tie is a tie of what is shown.
create or replace table area_figure as
with known as (
    select
        *,
        row_number() over (partition by measure, area_code, starts order by reported_on desc) as vintage
    from benchmark
    where reported_on <= $as_at and area_code <> $organisation
),

rounded as (
    select known.*, series.position, series.frequency, series.step, published_value(known.value, series.per) as published
    from known
    inner join series on series.measure = known.measure and series.headline
    where known.vintage = 1
)

select
    rounded.position,
    calendar_period.ordinal,
    rounded.starts,
    rounded.area_code,
    rounded.published,
    cast(rounded.published * cast(rounded.step as decimal(7, 6)) as decimal(28, 10)) as value,
    case when rounded.marker = '' and rounded.published is null then 'too_large' else rounded.marker end as marker,
    rounded.qualifier,
    rounded.value as unrounded
from rounded
inner join calendar_period
    on calendar_period.frequency = rounded.frequency and calendar_period.starts = rounded.starts
order by rounded.position, calendar_period.ordinal, rounded.area_code;
