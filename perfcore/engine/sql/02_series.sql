create or replace type good_code as enum ('high', 'low', 'range', 'none');

-- A series is one measure for the whole council or for one member of a breakdown. It has a small
-- number, so that the steps that follow join and sort whole numbers and never texts.
create or replace table series as
with recursive
supplied as materialized (
    select distinct measure, breakdown, member
    from observation
    where reported_on <= $as_at
),

kin as (
    select measure, breakdown, member from supplied
    union
    select parent.measure, kin.breakdown, kin.member
    from kin
    inner join driver on driver.driver = kin.measure and driver.kind = 'part'
    inner join measure as parent on parent.measure = driver.measure
    where kin.breakdown = '' or list_contains(parent.breakdowns, kin.breakdown)
),

every as (
    select measure, breakdown, member from kin
    union
    select measure, '', '' from measure
)

select
    cast(row_number() over (order by measure.position, every.breakdown, every.member) as integer) as series,
    every.measure,
    every.breakdown,
    every.member,
    every.breakdown = '' and every.member = '' as headline,
    coalesce(list_position(measure.breakdowns, every.breakdown), 0) as breakdown_position,
    measure.position,
    measure.frequency,
    cast(measure.good as good_code) as good,
    measure.shape,
    measure.combine,
    measure.depth,
    measure.due_after,
    measure.retired_from,
    measure.decimals,
    cast(10 ** measure.decimals as bigint) as per,
    cast(10.0 ** -measure.decimals as decimal(7, 6)) as step,
    cast(measure.scale * 10 ** measure.decimals as bigint) as factor,
    measure.frequency in ('year', 'academic_year', 'calendar_year') as yearly,
    -- method 4, rule 1; annual measures use rule 3
    (measure.shape in ('rolling', 'cumulative') or measure.seasonal) and not yearly as compared_with_last_year,
    measure.starts_again,
    measure.unit = 'count' as counted,
    cast(measure.noise_amount * 1000000 as bigint) as noise_millionths,
    measure.noise_relative,
    -- a council's sum or count is no target for a part of it
    (every.breakdown = '' and every.member = '') or measure.combine in ('ratio', 'mean') as judged
from every
inner join measure using (measure)
order by series;
