select
    file,
    coalesce(sheet, '') as sheet,
    "row",
    reason,
    coalesce(raw, '') as raw
from rejected
order by file, sheet, "row"
limit $limit
