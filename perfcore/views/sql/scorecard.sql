with

standing as materialized (
    select *
    from {standing}
    where quadrant <> ''
),

ranked as (
    select
        standing.measure,
        case $order
            when 'attention' then
                case standing.status
                    when 'red' then 1
                    when 'no_data' then 2
                    when 'amber' then 3
                    when 'green' then 4
                    when 'exceptional' then 5
                    else 6
                end
            when 'name' then
                row_number() over (order by lower(measure.name), standing.position)
        end as first_key,
        case when $order = 'attention' then missed.place end as second_key,
        case when $order = 'attention' then standing.direction <> 'worsening' end as third_key
    from standing
    inner join measure using (measure)
    left join {missed} as missed using (measure)
)

select results.*
from {results} as results
inner join ranked using (measure)
qualify row_number() over (
    partition by results.quadrant
    order by first_key, second_key, third_key, results.position
) <= $limit
order by first_key, second_key, third_key, results.position
