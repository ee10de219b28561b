-- The accepted rows of a stride of measures in the log's order: framework, place, time, vintage, file, row.
insert into observation
select
    ($measures::measure_id[])[position] as measure,
    ($breakdowns::breakdown_id[])[cell] as breakdown,
    ($members::member_name[])[cell] as member,
    ($periods::period_key[])[period] as period,
    starts,
    value,
    numerator,
    denominator,
    marker,
    qualifier,
    note,
    reported_on,
    ($files::file_name[])[origin] as file,
    ($sheets::sheet_name[])[origin] as sheet,
    "row"
from resolved
where fault is null and position between $first and $last
order by position, cell, starts, reported_on, origin, line
