insert into source_file
with kept as (
    select file, count(*) as rows from observation group by file
    union all
    select file, count(*) from benchmark group by file
    union all
    select file, count(*) from event group by file
    union all
    select file, count(*) from place group by file
),

turned_away as (
    select file, count(*) as rows from rejected group by file
)

select
    f.file,
    f.kind,
    f.sheets,
    f.read,
    (select coalesce(sum(k.rows), 0) from kept k where k.file = f.file),
    (select coalesce(sum(t.rows), 0) from turned_away t where t.file = f.file),
    f.problem
from (
    select unnest($file) as file, unnest($kind) as kind, unnest($sheets) as sheets, unnest($read) as read,
        unnest($problem) as problem
) f
order by f.file
