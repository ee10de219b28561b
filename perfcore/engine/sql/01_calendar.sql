create or replace table calendar_period as
with given as (
    select unnest(from_json(
        $rows,
        '[{"frequency": "varchar", "ordinal": "integer", "period": "varchar", "starts": "date", "ends": "date",
           "label": "varchar", "last_year": "integer", "year_starts": "date"}]'
    )) as row
)
select row.* from given;
