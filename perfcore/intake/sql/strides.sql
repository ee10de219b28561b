-- Ranges of measures that hold about as many rows each, so that the sorting of one fits in memory.
with counted as (
    select position, sum(count(*)) over (order by position) as so_far
    from resolved
    where fault is null
    group by position
)

select min(position) as first, max(position) as last
from counted
group by so_far // $rows
order by first
