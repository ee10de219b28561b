create table build as
select
    $version as version,
    $framework_hash as framework_hash,
    $data_hash as data_hash,
    $code_hash as code_hash,
    $duckdb_version as duckdb_version,
    $as_at::date as as_at,
    $organisation as organisation,
    $organisation_code as organisation_code,
    $illustrative::boolean as illustrative,
    $files::bigint as files,
    $read::bigint as read,
    $accepted::bigint as accepted,
    $rejected::bigint as rejected,
    (select count(*) from measure) as measures,
    (
        select count(*)
        from latest_headline
        where status in ('exceptional', 'green', 'amber', 'red')
    ) as measures_with_status
