insert into fault select origin, line, fault from resolved_benchmark where fault is not null
