select *
from {results}
where
    retired_from is null
    and late_days > 0
order by late_days desc, position
limit $limit
