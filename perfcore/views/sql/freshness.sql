select
    (count(*) filter (where
    retired_from is null
    and (covid_section = '' or late_days > 0)
