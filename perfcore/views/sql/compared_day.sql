select
    standing.*,
    coalesce(before.status, '') as status_before,
    before.value as value_before
from {standing} as standing
left join {then} as before using (measure)
