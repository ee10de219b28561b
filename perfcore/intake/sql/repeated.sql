-- Vintages that have more than one row. The log is in order, so they are neighbours.
create or replace temp table repeated as
with neighbours as (
    select
        position,
        cell,
        starts,
        reported_on,
        position = lag(position) over ()
        and cell = lag(cell) over ()
        and starts = lag(starts) over ()
        and reported_on = lag(reported_on) over () as same
    from ordered
)

select distinct position, cell, starts, reported_on from neighbours where same
