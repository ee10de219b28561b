-- the exceptions that could be known by a day, as they stood then (method 10)
with asked as (
    select coalesce(cast($until as date), day) as day from as_at
),

held as (
    select past.measure, past.cause, past.opened, count(*) as periods, max(past.starts) as last_held
    from exception_period as past
    inner join headline on headline.measure = past.measure and headline.starts = past.starts
    cross join asked
    where past.holds and headline.ends <= asked.day and $measure in ('', past.measure)
    group by past.measure, past.cause, past.opened
),

heard as (
    select
        exception_forum.measure,
        exception_forum.cause,
        exception_forum.opened,
        arg_max(exception_forum.forum, exception_forum.rule) as forum,
        arg_max(exception_forum.escalated_as, exception_forum.rule) as escalated_as,
        max(exception_forum.rule) as rule,
        bool_or(exception_forum.forum = $forum) as by_forum,
        list({'name': coalesce(forum.name, ''), 'period': headline.period, 'starts': headline.starts}
             order by exception_forum.rule) filter (forum.name is not null) as ladder
    from exception_forum
    left join forum using (forum)
    inner join headline on headline.measure = exception_forum.measure and headline.starts = exception_forum.since
    cross join asked
    where headline.ends <= asked.day and $measure in ('', exception_forum.measure)
    group by exception_forum.measure, exception_forum.cause, exception_forum.opened
)

select
    exception.measure,
    shown.name,
    exception.cause,
    exception.opened,
    exception.opened_starts,
    case when exception.closed_ends <= asked.day then exception.closed else '' end as closed,
    case when exception.closed_ends <= asked.day then exception.closed_starts end as closed_starts,
    case when exception.closed_ends <= asked.day then exception.ended else '' end as ended,
    exception.level,
    coalesce(forum.name, '') as forum_name,
    coalesce(heard.escalated_as, exception.escalated_as) as escalated_as,
    case when $measure = '' then [] else coalesce(heard.ladder, []) end as ladder,
    held.periods,
    exception.known_on,
    exception.explain_by,
    asked.day as as_at,
    shown.status,
    shown.frequency,
    shown.owner,
    shown.service_name,
    shown.directorate_name
from exception
inner join latest_headline as shown using (measure)
cross join asked
inner join held
    on held.measure = exception.measure and held.cause = exception.cause and held.opened = exception.opened_starts
left join heard
    on heard.measure = exception.measure and heard.cause = exception.cause and heard.opened = exception.opened_starts
left join forum on forum.forum = heard.forum
where
    exception.opened_ends <= asked.day
    and ($measure = '' or exception.measure = $measure)
    and ($directorate = '' or shown.directorate = $directorate)
    and ($portfolio = '' or shown.portfolio = $portfolio)
    and ($forum = '' or heard.by_forum)
    and (shown.retired_from is null or $measure <> '')
order by
    closed <> '',
    coalesce(heard.rule, -1) desc,
    held.periods * case shown.frequency when 'week' then 0.25 when 'quarter' then 3 when 'month' then 1 else 12 end desc,
    shown.position,
    exception.opened_starts desc
