select
    file,
    coalesce(sheet, '') as sheet,
    "row",
    text
from intake_warning
order by file, sheet, "row"
