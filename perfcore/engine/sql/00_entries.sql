create or replace table entry as
with given as (
    select unnest(from_json(
        $entries,
        '[{"kind": "varchar", "id": "varchar", "name": "varchar", "note": "varchar", "position": "integer"}]'
    )) as row
)
select row.* from given;
