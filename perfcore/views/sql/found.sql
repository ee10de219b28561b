select
    measure,
    count(*) over ()::integer as matches
from latest_headline
where
    ($directorate = '' or directorate = $directorate)
    and ($portfolio = '' or portfolio = $portfolio)
    and ($level = '' or level = $level)
    and ($status = '' or status = $status)
    and list_bool_and(
        list_transform($words::varchar[], lambda word: contains(searched, word))
    ) is distinct from false
order by position
limit $limit offset $skip
