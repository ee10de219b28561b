-- Vintages that have more than one row. The log is in order, so they are neighbours.
create or replace temp table repeated as
with neighbours as (
    select
        measure,
        breakdown,
        member,
        starts,
        reported_on,
        starts = lag(starts) over ()
        and reported_on = lag(reported_on) over ()
        and member = lag(member) over ()
        and breakdown = lag(breakdown) over ()
        and measure = lag(measure) over () as same
    from observation
)

select distinct measure, breakdown, member, starts, reported_on from neighbours where same
