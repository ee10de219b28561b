select measure, previous_status as status, previous_value as value
from standing
