-- what stands beside a result: its note, what its direction compares it with, and last year
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
from headline_in_time
where
    ends <= $until
    and latest_before > $until
    and measure in (select unnest($measures))
