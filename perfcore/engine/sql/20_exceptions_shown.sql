-- The exceptions with what pages say of their measures, in the order of pages.
create or replace table exception_shown as
select
    exception.*,
    shown.name,
    shown.status,
    shown.frequency,
    shown.owner,
    shown.service_name,
    shown.directorate,
    shown.directorate_name,
    shown.portfolio,
    shown.retired_from,
    shown.position
from exception
inner join latest_headline as shown using (measure)
order by shown.position, exception.opened_starts desc;
