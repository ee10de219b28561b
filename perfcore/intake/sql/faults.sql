insert into fault select origin, line, fault from resolved where fault is not null
