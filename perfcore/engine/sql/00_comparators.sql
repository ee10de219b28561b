-- Whom a measure is compared with (method 8): one area, or a set of areas in force since a day. An area of its own has
-- one member, itself.
create or replace table comparator as
with given as (
    select unnest(from_json(
        $comparators,
        '[{"position": "integer", "comparator": "varchar", "name": "varchar", "kind": "varchar", "since": "date",
           "members": ["varchar"]}]'
    )) as row
)
select row.* from given;
