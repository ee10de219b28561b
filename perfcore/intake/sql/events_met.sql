select line, "row", date, date_left, trim(title), trim(kind), trim(measure), trim(source), fault
from incoming
order by line
