with

keyed as (
    select
        measure,
        quadrant,
        position,
        case $order
            when 'attention' then
                case status
                    when 'red' then 1
                    when 'no_data' then 2
                    when 'amber' then 3
                    when 'green' then 4
                    when 'exceptional' then 5
                    else 6
                end
            when 'name' then row_number() over (order by lower(name), position)
        end as first_key,
        case
            when $order = 'attention' and status = 'red'
                then row_number() over (partition by status order by {worst_first})
        end as second_key,
        case when $order = 'attention' then direction <> 'worsening' end as third_key
    from {standing}
    where quadrant <> ''
),

listed as (
    select measure, first_key, second_key, third_key
    from keyed
    qualify row_number() over (
        partition by quadrant
        order by first_key, second_key, third_key, position
    ) <= $limit
)

select {columns}
from {results}
inner join listed using (measure)
order by first_key, second_key, third_key, position
