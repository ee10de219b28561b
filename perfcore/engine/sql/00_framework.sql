create or replace table measure as
with given as (
    select unnest(from_json(
        $measures,
        '[{"position": "integer", "measure": "varchar", "name": "varchar", "definition": "varchar", "why": "varchar",
           "level": "varchar", "service": "varchar", "service_name": "varchar", "directorate": "varchar",
           "directorate_name": "varchar", "portfolio": "varchar", "portfolio_name": "varchar", "quadrant": "varchar",
           "group": "varchar", "covid_section": "varchar", "statutory_return": "varchar", "owner": "varchar",
           "source": "varchar", "unit": "varchar", "unit_before": "varchar",
           "unit_after": "varchar", "unit_after_one": "varchar", "scale": "bigint", "decimals": "integer", "frequency": "varchar",
           "due_after": "integer", "good": "varchar", "shape": "varchar", "combine": "varchar", "seasonal": "boolean",
           "epidemic": "boolean", "noise": "varchar", "noise_amount": "decimal(18,6)", "noise_relative": "boolean",
           "disclosure_min_count": "integer", "disclosure_round_to": "integer", "public": "boolean",
           "retired_from": "date", "retired_reason": "varchar", "tags": ["varchar"], "priorities": ["varchar"],
           "breakdowns": ["varchar"], "comparators": ["varchar"], "line": "integer", "depth": "integer", "screen": "boolean",
           "concern_wins": "boolean"}]'
    )) as row
)

select
    row.*,
    -- a running total starts again with each financial year, save of days, weeks and epidemics
    row.shape = 'cumulative' and not row.epidemic and row.frequency not in ('day', 'week') as starts_again
from given;

create or replace table driver as
with given as (
    select unnest(from_json(
        $drivers,
        '[{"measure": "varchar", "position": "integer", "driver": "varchar", "kind": "varchar", "expected": "varchar",
           "lag": "integer"}]'
    )) as row
)
select row.* from given;

create or replace table forum as
with given as (
    select unnest(from_json(
        $forums,
        '[{"position": "integer", "forum": "varchar", "name": "varchar", "meets": "varchar", "levels": ["varchar"],
           "directorates": ["varchar"], "services": ["varchar"], "portfolios": ["varchar"], "quadrants": ["varchar"],
           "priorities": ["varchar"], "statuses": ["varchar"]}]'
    )) as row
)
select row.* from given;

create or replace table escalation as
with given as (
    select unnest(from_json(
        $escalations,
        '[{"position": "integer", "status": "varchar", "periods": "integer", "level": "varchar",
           "directorate": "varchar", "forum": "varchar", "escalated_as": "varchar"}]'
    )) as row
)
select row.* from given;

-- The dated entries of a measure's control chart (contracts 1: spc), each with its reason.
create or replace table chart_note as
with given as (
    select unnest(from_json(
        $chart_notes, '[{"measure": "varchar", "kind": "varchar", "starts": "date", "reason": "varchar"}]'
    )) as row
)
select row.* from given;
