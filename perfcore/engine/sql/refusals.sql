-- What to tell first of a folder without a usable row: files that cannot be read, then rows.
with unreadable as (
    select 1 as turn, file, 0 as "row", problem as reason from source_file where problem <> ''
),

refused as (
    select 2 as turn, file, "row", reason from rejected
),

unread_sheets as (
    select 3 as turn, file, 0 as "row", text as reason from intake_warning where text like 'the sheet is left out%'
)

select
    file || case when "row" > 0 then ', row ' || "row" else '' end as place,
    reason
from (from unreadable union all from refused union all from unread_sheets)
order by turn, file, "row", reason
limit 5
