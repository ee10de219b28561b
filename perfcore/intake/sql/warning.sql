insert into intake_warning select unnest($file), unnest($sheet), unnest($row)::bigint, unnest($text)
