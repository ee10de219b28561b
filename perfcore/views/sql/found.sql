select result.measure, result.position
from {results} as result
inner join latest_headline as now using (measure)
where
    (len($levels::varchar[]) = 0 or list_contains($levels::varchar[], result.level))
    -- As in every count of measures by status, one that is retired does not count.
    and ($status = '' or (result.status = $status and result.retired_from is null))
    and list_bool_and(
        list_transform($words::varchar[], lambda word: contains(now.searched, word))
    ) is distinct from false
order by result.position
