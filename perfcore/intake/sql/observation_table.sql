create or replace table observation (
    measure measure_id,
    breakdown breakdown_id,
    member member_name,
    period period_key,
    starts date,
    value decimal(28, 10),
    numerator decimal(28, 10),
    denominator decimal(28, 10),
    marker marker_word,
    qualifier qualifier_word,
    note varchar,
    reported_on date,
    file file_name,
    sheet sheet_name,
    "row" bigint
)
