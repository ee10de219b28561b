select exception.measure, exception.cause, exception.opened, coalesce(forum.name, '') as escalated_to
from exception
inner join measure using (measure)
left join forum on forum.forum = exception.escalated_to
where exception.closed = ''
order by measure.position, exception.cause
