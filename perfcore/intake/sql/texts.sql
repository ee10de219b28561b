-- The log's few distinct texts: each of its millions of rows holds a small number that reads as the text.
-- The whole council, '', is a place even where only its parts were sent.
create or replace type measure_id as enum (select distinct unnest($measures::varchar[]) as text order by text);
create or replace type breakdown_id as enum (select distinct unnest($breakdowns::varchar[] || ['']) as text order by text);
create or replace type member_name as enum (select distinct unnest($members::varchar[] || ['']) as text order by text);
create or replace type period_key as enum (select distinct unnest($periods::varchar[]) as text order by text);
create or replace type file_name as enum (select distinct unnest($files::varchar[]) as text order by text);
create or replace type sheet_name as enum (select distinct unnest($sheets::varchar[]) as text order by text);
