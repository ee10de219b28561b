insert into topic
select unnest($measure), unnest($breakdown), unnest($position), unnest($frequency), unnest($scale),
    unnest($decimals), unnest($percent), unnest($fault)
