select
    measure.measure,
    count(*) over ()::integer as matches
from measure
left join latest on measure.measure = latest.measure and latest.breakdown = ''
where
    ($directorate = '' or measure.directorate = $directorate)
    and ($portfolio = '' or measure.portfolio = $portfolio)
    and ($level = '' or measure.level = $level)
    and ($status = '' or coalesce(latest.status, 'no_data') = $status)
    and list_bool_and(list_transform(
        $words::varchar[],
        lambda word: contains(
            lower(concat_ws(
                ' ', measure.measure, measure.name, measure.definition, measure.service_name,
                measure.directorate_name, measure.portfolio_name, measure.owner, measure.source,
                measure.statutory_return, array_to_string(measure.tags, ' ')
            )),
            word
        )
    )) is distinct from false
order by measure.position
limit $limit offset $skip
