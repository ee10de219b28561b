-- the services and directorates of the framework
select
    kind,
    id
from entry
where kind in ('service', 'directorate')
order by position
