select
    measure,
    note,
    test,
    compared_value,
    compared_period,
    compared_starts,
    last_year_value,
    last_year_period,
    last_year_starts
from latest_headline
where measure in (select unnest($measures))
