select
    measure,
    note,
    test,
    compared_value,
    compared_period,
    compared_starts,
    last_year_value,
    last_year_period,
    last_year_starts,
    variation,
    assurance,
    rule,
    run,
    met,
    met_of,
    refusal
from latest_headline
where measure in (select unnest($measures))
