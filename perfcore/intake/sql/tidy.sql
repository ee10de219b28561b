drop table resolved;
drop table repeated;
drop table fault;
drop table resolved_benchmark;
drop table topic;
drop table cell;
drop table period_text;
drop view if exists incoming;
