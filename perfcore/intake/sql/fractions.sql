-- 0.784 given for a percentage is 0.784%; where 78.4 may be meant, the sender is asked.
insert into intake_warning
with given as (
    select measure, file, sheet, "row", value
    from observation
    where measure in (select unnest($percentages)) and numerator is null and value > 0
),

usual as (
    select measure, max(value) as most from given group by measure
),

doubtful as (
    select measure, file, sheet, min("row") as "row", arg_min(value, "row") as value, count(*) as times
    from given
    where value < 1
    group by measure, file, sheet
)

select
    file,
    sheet,
    "row",
    'is the ' || plain(value) || ' of ''' || measure || ''' meant as ' || plain(value * 100)
    || '%? It is read as ' || plain(value) || '% (figures below 1 here: ' || times || ')'
from doubtful
join usual using (measure)
where most < 1 or most >= 20
order by file, sheet, "row"
