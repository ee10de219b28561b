select measure, name, service_name
from measure
order by lower(name), position
