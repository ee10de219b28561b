-- The accepted rows in the log's order: framework, place, time, vintage, file, row.
create or replace temp table ordered as
select * exclude (fault)
from resolved
where fault is null
order by position, cell, starts, reported_on, origin, line
