create table problem (
    position integer,
    path varchar,
    line integer,
    severity varchar,
    measure varchar,
    "key" varchar,
    text varchar
);
