-- the measures of each cell of the matrix, the first of each, and how many there are in all
with

told as (
    select
        measure,
        name,
        level,
        status,
        variation,
        assurance,
        refusal,
        case
            when variation = '' then 'not_tested'
            when variation = 'common_cause' then 'common_cause'
            else regexp_extract(variation, '^[a-z]+')
        end as kind,
        case when variation = '' then refusal else assurance end as cell,
        case level when 'strategic' then 1 when 'service' then 2 else 3 end as depth,
        case status when 'red' then 1 when 'amber' then 2 when 'green' then 3 else 4 end as severity,
        position
    from {standing}
    where covid_section = '' and ($level = '' or level = $level)
)

select
    measure,
    name,
    level,
    status,
    variation,
    assurance,
    refusal,
    kind,
    cell,
    (count(*) over (partition by kind, cell))::integer as number
from told
qualify row_number() over (partition by kind, cell order by depth, severity, position) 
    <= case when kind = $whole_kind and cell = $whole_cell then $at_length else $most end
order by kind, cell, depth, severity, position
