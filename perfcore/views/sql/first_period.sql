select min(ends) as first, max(ends) as last
from status
where breakdown = '' and value is not null
