select
    quadrant as id,
    status,
    count(*)::integer as measures
from {standing}
where quadrant <> ''
group by quadrant, status
