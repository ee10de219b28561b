drop table resolved;
drop table ordered;
drop table repeated;
drop table fault;
drop view if exists incoming;
