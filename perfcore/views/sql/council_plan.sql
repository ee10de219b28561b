select
    measure,
    status,
    priorities,
    list_contains(tags, 'budget') as budget
from {results}
where
    retired_from is null
    and (len(priorities) > 0 or list_contains(tags, 'budget'))
order by position
