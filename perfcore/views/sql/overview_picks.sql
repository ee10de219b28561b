with

standing as materialized (
    select *
    from {standing}
    where level in ('strategic', 'service') and covid_section = ''
),

turned as (
    select
        standing.measure,
        standing.status,
        before.status as status_before,
        before.value as value_before,
        row_number() over (
            partition by standing.status
            order by standing.ends desc, standing.position
        ) as place
    from standing
    inner join {before} as before using (measure)
    where
        before.status in ('exceptional', 'green', 'amber', 'red')
        and standing.status in ('exceptional', 'green', 'red')
        and standing.status <> before.status
        and not (standing.status = 'green' and before.status = 'exceptional')
),

ranked as (
    select
        'exception' as kind,
        measure,
        place,
        times,
        '' as status_before,
        null::decimal(28, 10) as value_before
    from {missed}
    union all
    select 'turned ' || status, measure, place, null, status_before, value_before
    from turned
    union all
    select
        'celebrated',
        measure,
        row_number() over (order by since_periods desc nulls last, position),
        null,
        '',
        null
    from standing
    where status = 'exceptional'
    union all
    select
        'blank',
        measure,
        row_number() over (order by late_days desc, position),
        null,
        '',
        null
    from standing
    where status in ('no_data', 'not_due', 'suppressed', 'not_available')
)

select kind, measure, times, status_before, value_before
from ranked
where
    place <= case kind
        when 'exception' then $exceptions
        when 'celebrated' then $celebrated
        when 'blank' then $blank
        else $changes
    end
order by kind, place
