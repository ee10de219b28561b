select
    forum.forum as id,
    forum.name,
    (count(*) filter (where measured.quadrant <> '' and {receives}))::integer as measures,
    (count(*) filter (where measured.quadrant <> ''))::integer as "of"
from forum
cross join {standing} as measured
inner join measure using (measure)
group by forum.forum, forum.name, forum.position
order by forum.position
