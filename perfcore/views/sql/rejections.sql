-- contradictions, which method 2 rejects on both sides, are a list of their own
select
    file,
    coalesce(sheet, '') as sheet,
    "row",
    reason,
    coalesce(raw, '') as raw
from rejected
where starts_with(reason, 'different values reported on ') = $contradictions
order by file, sheet, "row"
