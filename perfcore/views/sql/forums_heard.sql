-- how many open exceptions each forum has heard of by a day
with asked as (
    select coalesce(cast($until as date), day) as day from as_at
),

heard as (
    select distinct exception_forum.forum, exception_forum.measure, exception_forum.cause, exception_forum.opened
    from exception_forum
    inner join exception
        on exception.measure = exception_forum.measure
        and exception.cause = exception_forum.cause
        and exception.opened_starts = exception_forum.opened
    inner join latest_headline as shown on shown.measure = exception_forum.measure
    inner join headline on headline.measure = exception_forum.measure and headline.starts = exception_forum.since
    cross join asked
    where
        headline.ends <= asked.day
        and (exception.closed = '' or exception.closed_ends > asked.day)
        and ($directorate = '' or shown.directorate = $directorate)
        and ($portfolio = '' or shown.portfolio = $portfolio)
        and shown.retired_from is null
)

select forum.forum as id, forum.name, count(heard.measure) as number
from forum
left join heard using (forum)
group by forum.position, forum.forum, forum.name
order by forum.position
