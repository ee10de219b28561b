select measured.*
from {measured} as measured
inner join measure using (measure)
inner join forum on forum.forum = $forum and {receives}
