-- every measure, and to whom it belongs
select
    measure,
    service,
    directorate,
    coalesce(owner, '') as owner
from measure
order by position
