select measure, ends, "values", targets
from trend
where measure in (select unnest($measures))
