-- method 7: the same tables where the build was asked to leave the forecasts out.
create or replace table forecast (
    measure varchar,
    period varchar,
    starts date,
    ends date,
    value decimal(28, 10),
    low decimal(28, 10),
    high decimal(28, 10),
    inner_low decimal(28, 10),
    inner_high decimal(28, 10)
);

create or replace table forecast_verdict as
select
    measure,
    'left_out' as refusal,
    '' as method,
    cast(null as double) as error_ratio,
    0 as inside,
    0 as tested,
    0 as origins,
    0 as points,
    cast(null as double) as seen_low,
    cast(null as double) as seen_high,
    '' as period,
    cast(null as date) as starts,
    cast(null as date) as ends,
    cast(null as decimal(28, 10)) as value,
    cast(null as decimal(28, 10)) as low,
    cast(null as decimal(28, 10)) as high,
    cast(null as decimal(28, 10)) as target,
    cast(null as decimal(28, 10)) as target_low,
    cast(null as decimal(28, 10)) as target_high,
    cast(null as decimal(28, 10)) as green_low,
    cast(null as decimal(28, 10)) as green_high,
    cast(null as double) as chance,
    '' as status,
    cast(null as integer) as run_periods,
    cast(null as decimal(28, 10)) as run_needed,
    cast(null as decimal(28, 10)) as run_best,
    'plain' as scale,
    cast(null as double) as mean,
    cast(null as double) as half_width,
    cast(null as double) as so_far
from measure
order by position;
