with asked as (
    select
        unnest($measures) as measure,
        unnest($periods) as period
)

select
    headline.measure,
    headline.note
from headline
inner join asked on headline.measure = asked.measure and headline.period = asked.period
where headline.note <> ''
