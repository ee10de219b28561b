-- Every row read is accepted or rejected: counted in the tables themselves, not in the program.
with kept as (
    select file, count(*) as rows from observation group by file
    union all
    select file, count(*) from benchmark group by file
    union all
    select file, count(*) from event group by file
    union all
    select file, count(*) from place group by file
),

counted as (
    select
        s.file,
        s.read,
        (select coalesce(sum(k.rows), 0) from kept k where k.file = s.file) as accepted,
        (select count(*) from rejected r where r.file = s.file) as rejected,
        s.accepted as said_accepted,
        s.rejected as said_rejected
    from source_file s
)

select file, read, accepted, rejected
from counted
where read <> accepted + rejected or accepted <> said_accepted or rejected <> said_rejected
order by file
limit 1
