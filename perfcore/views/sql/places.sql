select
    code,
    name,
    geometry ->> 'layout' as layout,
    (geometry ->> 'q')::integer as q,
    (geometry ->> 'r')::integer as r,
    parent
from place
where breakdown = $breakdown and kind = 'hex'
order by name, code
