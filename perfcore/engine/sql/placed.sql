select
    (select count(*) from amount) + (select count(*) from vintage) - (select count(*) from revised),
    (select count(*) from observation where reported_on <= $as_at)
