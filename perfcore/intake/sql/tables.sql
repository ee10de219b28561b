create or replace type marker_word as enum ('', 'low', 'not_applicable', 'not_available', 'suppressed');
create or replace type qualifier_word as enum ('', 'estimated', 'provisional', 'revised');

create or replace table benchmark (
    measure varchar not null,
    area_code varchar not null,
    area_name varchar not null,
    period varchar not null,
    starts date not null,
    value decimal(28, 10),
    lower decimal(28, 10),
    upper decimal(28, 10),
    marker varchar not null,
    qualifier varchar not null,
    reported_on date not null,
    file varchar not null,
    sheet varchar not null,
    "row" bigint not null
);

create or replace table event (
    date date not null,
    title varchar not null,
    kind varchar not null,
    measure varchar not null,
    source varchar not null,
    file varchar not null,
    "row" bigint not null
);

create or replace table place (
    breakdown varchar not null,
    code varchar not null,
    name varchar not null,
    kind varchar not null,
    geometry varchar not null,
    parent varchar not null,
    file varchar not null
);

create or replace table rejected (
    file varchar not null, sheet varchar not null, "row" bigint not null, reason varchar not null, raw varchar not null
);

create or replace table intake_warning (
    file varchar not null, sheet varchar not null, "row" bigint, text varchar not null
);

create or replace table source_file (
    file varchar not null,
    kind varchar not null,
    sheets bigint not null,
    read bigint not null,
    accepted bigint not null,
    rejected bigint not null,
    problem varchar not null
);

create or replace temp table topic (
    measure varchar, breakdown varchar, position integer, frequency varchar, scale bigint, decimals integer,
    percent boolean, fault varchar
);

create or replace temp table cell (breakdown varchar, member varchar, code integer, fault varchar);

create or replace temp table period_text (
    frequency varchar, text varchar, code integer, starts date, following date, qualifier varchar, note varchar,
    fault varchar
);

create or replace temp table fault (origin integer, line bigint, reason varchar);

create or replace temp table resolved (
    origin integer,
    line bigint,
    "row" bigint,
    position integer,
    cell integer,
    period integer,
    starts date,
    reported_on date,
    value decimal(28, 10),
    numerator decimal(28, 10),
    denominator decimal(28, 10),
    given decimal(28, 10),
    marker marker_word,
    qualifier qualifier_word,
    note varchar,
    fault varchar
);

create or replace temp table resolved_benchmark (
    origin integer,
    line bigint,
    "row" bigint,
    position integer,
    area_code varchar,
    area_name varchar,
    period integer,
    starts date,
    reported_on date,
    value decimal(28, 10),
    lower decimal(28, 10),
    upper decimal(28, 10),
    marker varchar,
    qualifier varchar,
    fault varchar
);
