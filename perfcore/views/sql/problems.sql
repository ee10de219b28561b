select
    path,
    line,
    severity,
    coalesce(measure, '') as measure,
    coalesce("key", '') as "key",
    text
from problem
order by severity, line
