-- the first measures of each list on the overview, in the order of the list (the parts of a union
-- keep their order)
with

compared as materialized (
    select
        measure,
        position,
        level,
        frequency,
        ends,
        status,
        times_missed,
        direction,
        variation,
        assurance,
        since_periods,
        late_days,
        status_before,
        value_before
    from {compared}
    where level in ('strategic', 'service') and covid_section = ''
),

picked as (
    (
        select 'exception' as kind, *
        from compared
        where status = 'red'
        order by {worst_first}
        limit $exceptions
    )
    union all
    (
        select 'turned ' || status, *
        from compared
        where
            status_before in ('exceptional', 'green', 'amber', 'red')
            and status in ('exceptional', 'green', 'red')
            and status <> status_before
            and not (status = 'green' and status_before = 'exceptional')
        qualify row_number() over (partition by status order by ends desc, position) <= $changes
        order by ends desc, position
    )
    union all
    (
        select 'celebrated', *
        from compared
        where status = 'exceptional'
        order by since_periods desc nulls last, position
        limit $celebrated
    )
    union all
    (
        select 'blank', *
        from compared
        where status in ('no_data', 'not_due', 'suppressed', 'not_available')
        order by late_days desc, position
        limit $blank
    )
)

select kind, measure, times_missed as times, status_before, value_before
from picked
