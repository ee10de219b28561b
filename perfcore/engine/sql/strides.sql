-- Ranges of series that hold about as many amounts each, so that what is computed for one fits in memory.
with counted as (
    select series, sum(count(*)) over (order by series) as so_far
    from amount
    group by series
)

select min(series) as first, max(series) as last
from counted
group by so_far // $amounts
order by first;
