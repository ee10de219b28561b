select *
from {results}
where measure in (select unnest($measures))
