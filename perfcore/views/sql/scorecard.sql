select *
from {results}
where
    retired_from is null
    and quadrant <> ''
qualify row_number() over (partition by quadrant order by position) <= $limit
order by position
