insert into period_text
select unnest($frequency), unnest($text), unnest($code), unnest($starts), unnest($following), unnest($qualifier),
    unnest($note), unnest($fault)
