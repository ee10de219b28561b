-- A measure with parts from its parts, one level of the tree at a time, where it was not supplied.
create or replace temp table part_of as
select
    parent.series,
    parent.frequency,
    part.series as part_series,
    part.frequency as part_frequency,
    part.step as part_step,
    -- method 2: of a snapshot or a running figure the last period counts, not the sum
    part.shape in ('stock', 'rolling', 'cumulative') or part.combine = 'last' as takes_last,
    case when part.shape = 'flow' then parent.shape else 'flow' end as reach
from series as parent
inner join driver on driver.measure = parent.measure and driver.kind = 'part'
inner join series as part
    on part.measure = driver.driver and part.breakdown = parent.breakdown and part.member = parent.member
where parent.depth = $depth;

-- Which periods of the part make up each period of the parent that has ended.
create or replace temp table part_period as
with windowed as (
    select
        part_of.*,
        calendar_period.ordinal,
        calendar_period.ends,
        case part_of.reach
            when 'cumulative' then calendar_period.year_starts
            when 'rolling' then cast(calendar_period.ends + interval 1 day - interval 12 month as date)
            else calendar_period.starts
        end as covers_from
    from part_of
    inner join calendar_period on calendar_period.frequency = part_of.frequency
    where calendar_period.ends < $as_at
),

inside as (
    select
        windowed.series,
        windowed.ordinal,
        windowed.part_series,
        windowed.part_step,
        windowed.part_frequency,
        windowed.takes_last,
        calendar_period.ordinal as part_ordinal,
        max(calendar_period.ordinal) over (
            partition by windowed.series, windowed.ordinal, windowed.part_series
        ) as last_ordinal
    from windowed
    inner join calendar_period
        on calendar_period.frequency = windowed.part_frequency
        and calendar_period.starts >= windowed.covers_from
        and calendar_period.ends <= windowed.ends
)

select * exclude (last_ordinal) from inside
anti join amount on amount.series = inside.series and amount.ordinal = inside.ordinal
where not takes_last or part_ordinal = last_ordinal;

create or replace temp table part_amount as
select
    part_period.*,
    amount.reported_on,
    amount.published,
    coalesce(amount.value, amount.published * part_period.part_step) as value,
    amount.numerator,
    amount.denominator,
    amount.marker,
    (amount.published is not null and amount.complete) or amount.marker = 'not_applicable' as present
from part_period
left join amount on amount.series = part_period.part_series and amount.ordinal = part_period.part_ordinal;

create or replace temp table piece as
select series, ordinal, reported_on, published, value, numerator, denominator, marker
from part_amount
where published is not null;

create or replace temp table wanted as
with by_part as (
    select
        series,
        ordinal,
        part_series,
        any_value(part_frequency) as part_frequency,
        count(*) as periods,
        bool_and(coalesce(present, false)) as whole
    from part_amount
    group by series, ordinal, part_series
),

by_period as (
    select series, ordinal, part_ordinal, bool_and(coalesce(present, false)) as whole
    from part_amount
    group by series, ordinal, part_ordinal
),

parts as (
    select
        series,
        ordinal,
        count(*) as want,
        count(*) filter (where whole) as have,
        max(periods) as periods,
        count(distinct part_frequency) as frequencies,
        any_value(part_frequency) as part_frequency
    from by_part
    group by series, ordinal
),

periods as (
    select series, ordinal, count(*) as want, count(*) filter (where whole) as have
    from by_period
    group by series, ordinal
)

select
    parts.series,
    parts.ordinal,
    case when parts.periods > 1 and parts.frequencies = 1 then periods.have else parts.have end as have,
    case when parts.periods > 1 and parts.frequencies = 1 then periods.want else parts.want end as want,
    case
        when parts.periods > 1 and parts.frequencies = 1 then replace(parts.part_frequency, '_', ' ') || 's'
        else 'parts'
    end as noun,
    'parts' as source
from parts
inner join periods using (series, ordinal)
semi join piece on piece.series = parts.series and piece.ordinal = parts.ordinal;
