select forum as id, name from forum order by position
