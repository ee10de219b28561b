-- method 5: which series a control chart can test, and how its chart is cut up.
create or replace table spc_rules as select $rules as rules;

create or replace type variation_code as enum (
    'common_cause', 'improvement_high', 'improvement_low', 'concern_high', 'concern_low', 'neither_high', 'neither_low'
);
create or replace type assurance_code as enum ('pass', 'hit_or_miss', 'fail');
create or replace type chart_refusal as enum (
    '', 'rolling', 'cumulative', 'seasonal', 'epidemic', 'low_counts', 'too_few_points', 'too_few_since'
);

-- A running total is not tested, but its increments are drawn.
create or replace temp table charting as
select
    series.series,
    series.position,
    series.good,
    series.counted,
    series.yearly,
    series.step,
    measure.scale,
    measure.screen or $rules = 'nhsr' as screened,
    measure.concern_wins,
    series.shape = 'cumulative' as by_increment,
    case
        when series.shape = 'rolling' then 'rolling'
        when measure.epidemic then 'epidemic'
        when measure.seasonal then 'seasonal'
        when series.shape = 'cumulative' then 'cumulative'
        else ''
    end::chart_refusal as refusal
from series
inner join measure on measure.position = series.position
order by series.series;

-- Periods of charts with dated entries: the part between recalculations they fall into, and what does not count there.
create or replace temp table chart_cut as
with noted as (
    select measure.position, measure.frequency, chart_note.kind, chart_note.starts
    from chart_note
    inner join measure using (measure)
),

baseline as (
    select
        noted.position,
        noted.starts,
        count(earlier.starts) as partition
    from noted
    left join noted as earlier
        on earlier.position = noted.position and earlier.kind = 'recalculate' and earlier.starts <= noted.starts
    where noted.kind = 'baseline'
    group by noted.position, noted.starts
),

placed as (
    select
        noted.position,
        here.ordinal,
        here.starts,
        count(*) filter (where noted.kind = 'recalculate' and noted.starts <= here.starts) as partition,
        bool_or(noted.kind = 'ghost' and noted.starts = here.starts) as ghosted
    from noted
    inner join calendar_period as here on here.frequency = noted.frequency
    group by noted.position, here.ordinal, here.starts
)

select
    placed.position,
    placed.ordinal,
    cast(placed.partition as utinyint) as partition,
    placed.ghosted,
    baseline.starts is null or placed.partition <> baseline.partition or placed.starts <= baseline.starts as in_limits
from placed
left join baseline on baseline.position = placed.position
order by placed.position, placed.ordinal;

create or replace macro same_amount(one, other, x) as abs(one - other) <= 1e-9 * greatest(1, abs(x));
create or replace macro above_amount(one, other, x) as one - other > 1e-9 * greatest(1, abs(x));

create or replace table chart_limit (
    series integer,
    partition utinyint,
    points integer,
    mean double,
    reach double,
    moving_range_limit double
);

-- A point of a control chart. rules says in its bits which rules flag it: 1 a single point above, 2 below, 4 a shift,
-- 8 two in three, 16 a rising and 32 a falling trend. side is on which side of the mean it lies.
create or replace table charted (
    series integer,
    ordinal integer,
    partition utinyint,
    ghosted boolean,
    amount decimal(28, 10),
    side tinyint,
    rules utinyint,
    decided_by utinyint,
    variation variation_code
);

create or replace table chart (
    series integer,
    by_increment boolean,
    refusal chart_refusal,
    points integer,
    decides boolean,
    last_ordinal integer,
    variation variation_code,
    suggested_from integer
);
