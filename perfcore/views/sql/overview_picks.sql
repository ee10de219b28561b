with

standing as materialized (
    select *
    from {standing}
    where level in ('strategic', 'service') and covid_section = ''
),

turned as (
    select *
    from standing
    where
        previous_status in ('exceptional', 'green', 'amber', 'red')
        and status in ('exceptional', 'green', 'red')
        and status <> previous_status
        and not (status = 'green' and previous_status = 'exceptional')
),

ranked as (
    select
        'exception' as kind,
        measure,
        row_number() over (
            order by direction <> 'worsening', since_periods desc nulls last, position
        ) as place
    from standing
    where status = 'red'
    union all
    select
        'turned ' || status,
        measure,
        row_number() over (partition by status order by ends desc, position)
    from turned
    union all
    select
        'celebrated',
        measure,
        row_number() over (order by since_periods desc nulls last, position)
    from standing
    where status = 'exceptional'
)

select kind, measure
from ranked
where place <= case when kind = 'exception' then $exceptions else $others end
order by kind, place
