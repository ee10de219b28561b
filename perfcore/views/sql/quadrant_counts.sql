select
    quadrant as id,
    status,
    count(*)::integer as measures
from {results}
where
    retired_from is null
    and quadrant <> ''
group by quadrant, status
