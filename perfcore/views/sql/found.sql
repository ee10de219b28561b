select measure, position
from {results}
where
    (len($levels::varchar[]) = 0 or list_contains($levels::varchar[], level))
    -- As in every count of measures by status, one that is retired does not count.
    and ($status = '' or (status = $status and retired_from is null))
    and list_bool_and(
        list_transform($words::varchar[], lambda word: contains(searched, word))
    ) is distinct from false
order by position
