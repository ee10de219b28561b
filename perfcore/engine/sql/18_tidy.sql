drop table exact_count;
drop table own_interval;
