insert into cell select unnest($breakdown), unnest($member), unnest($code), unnest($fault)
