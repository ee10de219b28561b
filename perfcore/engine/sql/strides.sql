-- Ranges of series that hold about as many amounts each, so that what is computed for one fits in memory. Series without
-- an amount lie in them too.
with counted as (
    select series, count(*) as amounts
    from amount
    group by series
),

placed as (
    select series, sum(coalesce(counted.amounts, 0)) over (order by series) as so_far
    from series
    left join counted using (series)
)

select min(series) as first, max(series) as last
from placed
group by so_far // $amounts
order by first;
