select kind, id, name, note
from entry
order by kind, position
