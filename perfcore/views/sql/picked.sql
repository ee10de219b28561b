select {columns}
from {results}
where measure in (select unnest($measures))
