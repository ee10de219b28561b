select
    *,
    previous_status as status_before,
    previous_value as value_before
from {standing}
