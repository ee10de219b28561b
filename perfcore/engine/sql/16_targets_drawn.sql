-- Every target of every period as a page draws it, a measure together: the view, laid out.
create or replace table target_drawn as
select target.* exclude (problem, rule, position, ordinal), measure.retired_from
from target
inner join measure using (position)
order by target.position, target.starts, target.decides desc, target.kind;
