-- method 10: what is off track, missing or exceptionally good, as episodes of a measure and a cause.
create or replace temp table judged_period as
with judged as (
    select measure, starts, status, row_number() over (partition by measure order by starts) as place
    from headline
    where status in ('red', 'amber', 'green', 'exceptional')
),

-- of how many periods in a row the status has been so, or for amber no better
lasting as (
    select
        *,
        place - coalesce(max(case when status <> 'red' then place end) over in_time, 0) as red,
        place - coalesce(max(case when status not in ('red', 'amber') then place end) over in_time, 0) as amber,
        place - coalesce(max(case when status <> 'exceptional' then place end) over in_time, 0) as exceptional
    from judged
    window in_time as (partition by measure order by place)
)

select * from lasting;

create or replace temp table supplied_period as
with due as (
    select measure, starts, status, row_number() over (partition by measure order by starts) as place
    from headline
    where status <> 'not_due'
)

select
    *,
    place - coalesce(
        max(case when status <> 'no_data' then place end) over (partition by measure order by place), 0
    ) as no_data
from due;

create or replace temp table rule_matched as
with lasting as (
    select measure, starts, 'red' as status, red as run from judged_period
    union all
    select measure, starts, 'amber', amber from judged_period
    union all
    select measure, starts, 'exceptional', exceptional from judged_period
    union all
    select measure, starts, 'no_data', no_data from supplied_period
)

select
    lasting.measure,
    lasting.starts,
    escalation.position as rule,
    case when escalation.status in ('red', 'amber') then 'off_target' else escalation.status end as cause,
    escalation.forum,
    escalation.escalated_as
from lasting
inner join measure using (measure)
inner join escalation
    on escalation.status = lasting.status
    and lasting.run >= escalation.periods
    and escalation.level in ('', measure.level)
    and escalation.directorate in ('', measure.directorate);

-- Whether each cause holds in each period in which that can be said.
create or replace temp table cause_period as
select
    measure,
    'off_target' as cause,
    starts,
    place,
    status = 'red' or exists (
        select 1
        from rule_matched as matched
        where
            matched.measure = judged_period.measure
            and matched.starts = judged_period.starts
            and matched.cause = 'off_target'
    ) as holds
from judged_period
union all
select measure, 'exceptional', starts, place, status = 'exceptional' from judged_period
union all
select measure, 'no_data', starts, place, status = 'no_data' from supplied_period
union all
select measure, 'special_cause', starts, row_number() over (partition by measure order by starts), variation in ('concern_high', 'concern_low')
from headline
where variation <> ''
union all
select measure, 'cannot_meet', starts, row_number() over (partition by measure order by starts), assurance = 'fail'
from headline
where assurance <> ''
union all
-- what a forecast said in the past is not known: it is said of the newest figure alone
select verdict.measure, 'forecast_to_miss', newest.starts, 1, verdict.chance < cast($miss_below as double) / 100
from forecast_verdict as verdict
inner join latest_headline as newest using (measure)
where verdict.refusal = '' and verdict.chance is not null;

create or replace temp table episode_period as
with held as (
    select *, lag(place) over (partition by measure, cause order by place) as before
    from cause_period
    where holds
)

select
    measure,
    cause,
    starts,
    place,
    place - before between $close_after + 1 and $close_after + $continue_within as reopens,
    sum(case when before is null or place - before > $close_after + $continue_within then 1 else 0 end) over (
        partition by measure, cause order by place
    ) as episode
from held;

create or replace temp table episode as
with counted as (
    select
        measure,
        cause,
        episode,
        min(starts) as opened,
        max(starts) as last_held,
        max(place) as last_place,
        count(*) as periods,
        count(*) filter (where reopens) as reopenings
    from episode_period
    group by measure, cause, episode
),

closing as (
    select counted.measure, counted.cause, counted.episode, cause_period.starts as closed
    from counted
    inner join cause_period
        on cause_period.measure = counted.measure
        and cause_period.cause = counted.cause
        and cause_period.place = counted.last_place + $close_after
)

select
    counted.* exclude (last_place),
    coalesce(closing.closed, case when measure.retired_from is not null then counted.last_held end) as closed,
    case when closing.closed is not null then 'back' when measure.retired_from is not null then 'retired' else '' end
        as ended
from counted
inner join measure using (measure)
left join closing using (measure, cause, episode);

-- Who hears of an episode, from when on. `directorate` is the first forum of the measure's directorate alone; it hears
-- of what no rule speaks of.
create or replace table exception_forum as
with home as (
    select measure.measure, arg_min(forum.forum, forum.position) as forum
    from measure
    inner join forum
        on forum.directorates = [measure.directorate]
        and forum.levels = [] and forum.services = [] and forum.portfolios = [] and forum.quadrants = []
        and forum.priorities = [] and forum.statuses = []
    group by measure.measure
),

heard as (
    select episode.measure, episode.cause, episode.opened, matched.forum, matched.escalated_as, matched.rule, matched.starts
    from episode
    inner join rule_matched as matched
        on matched.measure = episode.measure
        and matched.cause = episode.cause
        and matched.starts between episode.opened and episode.last_held
    union all
    select
        episode.measure,
        episode.cause,
        episode.opened,
        'directorate',
        case episode.cause when 'exceptional' then 'celebrate' when 'no_data' then 'data' else 'exception' end,
        -1,
        episode.opened
    from episode
    anti join rule_matched as matched
        on matched.measure = episode.measure
        and matched.cause = episode.cause
        and matched.starts between episode.opened and episode.last_held
),

named as (
    select
        heard.* exclude (forum),
        case when heard.forum = 'directorate' then coalesce(home.forum, '') else heard.forum end as forum
    from heard
    left join home using (measure)
)

select
    named.measure,
    named.cause,
    named.opened,
    named.forum,
    arg_min(named.escalated_as, named.rule) as escalated_as,
    max(named.rule) as rule,
    min(named.starts) as since
from named
inner join measure using (measure)
group by measure.position, named.measure, named.cause, named.opened, named.forum
order by measure.position, named.cause, named.opened, max(named.rule);

-- What an episode remembers: every period from its opening to its end, and whether the cause held in it.
create or replace table exception_period as
select episode.measure, episode.cause, episode.opened, headline.period, cause_period.starts, cause_period.holds
from episode
inner join measure using (measure)
inner join cause_period
    on cause_period.measure = episode.measure
    and cause_period.cause = episode.cause
    and cause_period.starts >= episode.opened
    and cause_period.starts <= coalesce(episode.closed, 'infinity'::date)
inner join headline on headline.measure = cause_period.measure and headline.starts = cause_period.starts
order by measure.position, episode.cause, episode.opened, cause_period.starts;

-- The episodes as pages show them, with their forums and the ends of the periods in which the cause held beside them,
-- so that an earlier day is a lookup too.
create or replace table exception as
with reached as (
    select
        exception_forum.measure,
        exception_forum.cause,
        exception_forum.opened,
        arg_max(exception_forum.forum, exception_forum.rule) as escalated_to,
        arg_max(exception_forum.escalated_as, exception_forum.rule) as escalated_as,
        list(
            {
                'forum': exception_forum.forum,
                'name': forum.name,
                'period': headline.period,
                'starts': headline.starts,
                'ends': headline.ends
            }
            order by exception_forum.rule
        ) filter (forum.name is not null) as ladder
    from exception_forum
    inner join headline
        on headline.measure = exception_forum.measure and headline.starts = exception_forum.since
    left join forum on forum.forum = exception_forum.forum
    group by exception_forum.measure, exception_forum.cause, exception_forum.opened
),

held as (
    select past.measure, past.cause, past.opened, list(headline.ends order by headline.ends) as held_ends
    from exception_period as past
    inner join headline on headline.measure = past.measure and headline.starts = past.starts
    where past.holds
    group by past.measure, past.cause, past.opened
),

first_known as (
    select series.measure, calendar_period.starts, first_result.reported_on
    from series
    inner join first_result using (series)
    inner join calendar_period
        on calendar_period.frequency = series.frequency and calendar_period.ordinal = first_result.ordinal
    where series.headline
),

known as (
    select
        episode.measure,
        episode.cause,
        episode.opened,
        -- the day from which it could be known
        case episode.cause
            when 'no_data' then opening.ends + measure.due_after + 1
            when 'forecast_to_miss' then as_at.day
            else coalesce(first_known.reported_on, opening.reported_on)
        end as known_on
    from episode
    inner join measure using (measure)
    inner join headline as opening on opening.measure = episode.measure and opening.starts = episode.opened
    cross join as_at
    left join first_known on first_known.measure = episode.measure and first_known.starts = episode.opened
)

select
    episode.measure,
    episode.cause,
    opening.period as opened,
    episode.opened as opened_starts,
    opening.ends as opened_ends,
    coalesce(closing.period, '') as closed,
    episode.closed as closed_starts,
    closing.ends as closed_ends,
    episode.ended,
    measure.level,
    coalesce(reached.escalated_to, '') as escalated_to,
    coalesce(reached.escalated_as, '') as escalated_as,
    episode.periods,
    episode.reopenings,
    newest.period as last_held,
    episode.last_held as last_held_starts,
    known.known_on,
    cast(known.known_on + $explain_within as date) as explain_by,
    held.held_ends,
    coalesce(reached.ladder, []) as ladder
from episode
inner join measure using (measure)
inner join known
    on known.measure = episode.measure and known.cause = episode.cause and known.opened = episode.opened
inner join held
    on held.measure = episode.measure and held.cause = episode.cause and held.opened = episode.opened
inner join headline as opening on opening.measure = episode.measure and opening.starts = episode.opened
inner join headline as newest on newest.measure = episode.measure and newest.starts = episode.last_held
left join headline as closing on closing.measure = episode.measure and closing.starts = episode.closed
left join reached
    on reached.measure = episode.measure and reached.cause = episode.cause and reached.opened = episode.opened
order by measure.position, episode.cause, episode.opened;

-- Who hears of an exception whose explanation is overdue; whether one is, only the register knows.
create or replace table unexplained as select cast($unexplained_to as varchar) as forum;

drop table judged_period;
drop table supplied_period;
drop table rule_matched;
drop table cause_period;
drop table episode_period;
drop table episode;
