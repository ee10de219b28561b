-- method 5: the XmR charts of a stride of series.
create or replace temp table charted_amount as
with usable as (
    select
        amount.series,
        amount.ordinal,
        coalesce(
            try_cast(
                amount.numerator::double / nullif(amount.denominator::double, 0) * charting.scale as decimal(28, 10)
            ),
            amount.value,
            (amount.published * charting.step)::decimal(28, 10)
        ) as amount,
        charting.position
    from amount
    inner join charting using (series)
    where
        amount.series between $first and $last
        and charting.refusal = ''::chart_refusal
        and amount.published is not null
        and amount.marker = ''::marker_code
        and amount.complete
    union all
    select
        increment.series,
        increment.ordinal,
        (increment.increment * charting.step)::decimal(28, 10),
        charting.position
    from increment
    inner join charting using (series)
    where
        increment.series between $first and $last
        and charting.refusal = 'cumulative'::chart_refusal
        and increment.increment is not null
)

select
    usable.series,
    usable.ordinal,
    usable.amount,
    coalesce(chart_cut.partition, 0)::utinyint as partition,
    coalesce(chart_cut.ghosted, false) as ghosted,
    coalesce(chart_cut.in_limits, true) as in_limits
from usable
left join chart_cut on chart_cut.position = usable.position and chart_cut.ordinal = usable.ordinal
where usable.amount is not null;

-- The moving range stays inside a partition; a trend may cross it. A ghosted point is bridged.
create or replace temp table moved as
with beside as (
    select
        *,
        lag(amount) over in_time as before,
        lag(partition) over in_time as partition_before
    from charted_amount
    where not ghosted
    window in_time as (partition by series order by ordinal)
)

select
    series,
    ordinal,
    partition,
    amount,
    in_limits,
    case when partition = partition_before then abs(amount - before) end as moving_range,
    case
        when before is null or same_amount(amount::double, before::double, amount::double) then 0
        when amount > before then 1
        else -1
    end::tinyint as move
from beside;

create or replace temp table drawn_limit as
with plain as (
    select
        series,
        partition,
        count(*) as points,
        count(*) filter (where in_limits) as counted,
        sum(amount) filter (where in_limits) as total,
        sum(moving_range) filter (where in_limits) as moved,
        count(moving_range) filter (where in_limits) as moves,
        max(moving_range) filter (where in_limits) as most_moved
    from moved
    group by series, partition
),

judged as (
    select
        plain.*,
        charting.screened,
        plain.total::double / plain.counted as mean,
        plain.moved::double / nullif(plain.moves, 0) as mean_range
    from plain
    inner join charting using (series)
),

-- nhsr leaves ranges out from the limit on, mdc the points whose range is above it, if asked to
kept as (
    select
        moved.series,
        moved.partition,
        sum(moved.amount)::double / count(*) as mean,
        sum(moved.moving_range)::double / nullif(count(moved.moving_range), 0) as mean_range
    from moved
    inner join judged using (series, partition)
    where
        judged.screened
        and judged.mean_range > 0
        and not same_amount(judged.mean_range, 0, judged.mean)
        and judged.most_moved::double >= 3.267 * judged.mean_range * 0.999999
        and moved.in_limits
        and not coalesce(
            above_amount(moved.moving_range::double, 3.267 * judged.mean_range, moved.moving_range::double)
            or ($rules = 'nhsr' and same_amount(
                moved.moving_range::double, 3.267 * judged.mean_range, moved.moving_range::double
            )),
            false
        )
    group by moved.series, moved.partition
),

whole as (
    select series, sum(points) as points, sum(total)::double / nullif(sum(counted), 0) as mean
    from plain
    group by series
)

select
    judged.series,
    judged.partition,
    judged.counted,
    judged.points,
    case when $rules = 'mdc' then coalesce(kept.mean, judged.mean) else judged.mean end as mean,
    coalesce(kept.mean_range, judged.mean_range) as mean_range,
    charting.counted and whole.mean < 5 as low_counts,
    case
        when $rules = 'nhsr' then judged.counted >= 2
        when judged.partition = 0 then judged.counted >= 13
        else judged.counted >= 12
    end as enough
from judged
inner join charting on charting.series = judged.series
inner join whole on whole.series = judged.series
left join kept on kept.series = judged.series and kept.partition = judged.partition;

insert into chart_limit
select
    series,
    partition,
    points,
    mean,
    case when enough and not low_counts then 2.66 * mean_range end,
    case when enough and not low_counts then 3.267 * mean_range end
from drawn_limit
order by series, partition;

insert into charted
with beside_limits as (
    select
        moved.series,
        moved.ordinal,
        moved.partition,
        moved.amount,
        moved.move,
        case
            when same_amount(moved.amount::double, drawn_limit.mean, moved.amount::double) then 0
            when moved.amount::double > drawn_limit.mean then 1
            else -1
        end::tinyint as side,
        drawn_limit.enough and not drawn_limit.low_counts as tested,
        abs(moved.amount::double - drawn_limit.mean) - 2.66 * drawn_limit.mean_range as outside,
        abs(moved.amount::double - drawn_limit.mean) - 2.66 * drawn_limit.mean_range * 2 / 3 as beyond
    from moved
    inner join drawn_limit using (series, partition)
),

single as (
    select
        * exclude (outside, beyond),
        tested and above_amount(outside, 0, amount::double) as single,
        tested and above_amount(beyond, 0, amount::double)
        and ($rules = 'mdc' or not above_amount(outside, 0, amount::double)) as beyond
    from beside_limits
),

in_a_row as (
    select
        *,
        lag(side, 1) over in_time as side_1,
        lag(side, 2) over in_time as side_2,
        lag(side, 3) over in_time as side_3,
        lag(side, 4) over in_time as side_4,
        lag(side, 5) over in_time as side_5,
        lag(side, 6) over in_time as side_6,
        lag(move, 1) over in_time as move_1,
        lag(move, 2) over in_time as move_2,
        lag(move, 3) over in_time as move_3,
        lag(move, 4) over in_time as move_4,
        lag(move, 5) over in_time as move_5,
        lag(beyond, 1) over in_time as beyond_1,
        lag(beyond, 2) over in_time as beyond_2,
        lag(partition, 2) over in_time as partition_2,
        lag(partition, 5) over in_time as partition_5,
        lag(partition, 6) over in_time as partition_6
    from single
    window in_time as (partition by series order by ordinal)
),

-- Where a run of the shortest length that counts is complete; each point of it is flagged by one of these.
complete as (
    select
        series,
        ordinal,
        partition,
        amount,
        side,
        single,
        beyond,
        tested,
        case
            when
                side <> 0 and side = side_1 and side = side_2 and side = side_3 and side = side_4 and side = side_5
                and case $rules
                    when 'mdc' then partition = partition_5
                    else side = side_6 and partition = partition_6
                end
                then 4
            else 0
        end
        | case
            when
                side <> 0 and side = side_1 and side = side_2 and partition = partition_2
                and beyond::int + beyond_1::int + beyond_2::int >= 2
                then 8
            else 0
        end
        | case
            when
                move <> 0 and move = move_1 and move = move_2 and move = move_3 and move = move_4
                and case $rules when 'mdc' then true else move = move_5 and partition = partition_6 end
                then case when move > 0 then 16 else 32 end
            else 0
        end as ends
    from in_a_row
),

flagged as (
    select
        series,
        ordinal,
        partition,
        amount,
        side,
        case
            when not tested then 0
            else
                case when single then case when side > 0 then 1 else 2 end else 0 end
                | case
                    when beyond
                        then (
                            ends | coalesce(lead(ends, 1) over in_time, 0) | coalesce(lead(ends, 2) over in_time, 0)
                        ) & 8
                    else 0
                end
                | ((
                    ends
                    | coalesce(lead(ends, 1) over in_time, 0)
                    | coalesce(lead(ends, 2) over in_time, 0)
                    | coalesce(lead(ends, 3) over in_time, 0)
                    | coalesce(lead(ends, 4) over in_time, 0)
                    | coalesce(lead(ends, 5) over in_time, 0)
                    | case $rules when 'nhsr' then coalesce(lead(ends, 6) over in_time, 0) else 0 end
                ) & 52)
        end as rules,
        tested
    from complete
    window in_time as (partition by series order by ordinal)
),

-- The rule that decides a point that is both good and bad
decided as (
    select
        flagged.*,
        charting.good,
        charting.concern_wins,
        case
            when rules = 0 then 0
            when $rules = 'mdc' then case
                when rules & 48 > 0 then 48
                when rules & 4 > 0 then 4
                when rules & 8 > 0 then 8
                else 3
            end
            when rules & 3 > 0 then 3
            when rules & 48 > 0 then 48
            when rules & 8 > 0 then 8
            else 4
        end as decided_by
    from flagged
    inner join charting using (series)
),

turned as (
    select
        *,
        case
            when decided_by = 0 then 0
            when decided_by <> 48 then side
            when rules & 48 = 16 then 1
            when rules & 48 = 32 then -1
            when good in ('none', 'range') or (good = 'low') = concern_wins then 1
            else -1
        end as way
    from decided
)

select
    series,
    ordinal,
    partition,
    false as ghosted,
    amount,
    side,
    rules,
    decided_by,
    case
        when not tested then null
        when way = 0 then 'common_cause'
        else case
            when good in ('none', 'range') then 'neither'
            when (good = 'high') = (way > 0) then 'improvement'
            else 'concern'
        end || case when way > 0 then '_high' else '_low' end
    end::variation_code as variation
from turned
union all by name
select series, ordinal, partition, true as ghosted, amount, 0 as side, 0 as rules, 0 as decided_by, null as variation
from charted_amount
where ghosted
order by series, ordinal;

-- What a chart says as a whole, or why it says nothing. The newest run of eight or more points on one side of the mean
-- suggests that the process has changed, if there are points before it in its part and fewer than eight since; only the
-- framework can say so.
insert into chart
with newest as (
    select series, max(ordinal) as ordinal, count(*) as points
    from moved
    group by series
),

ending as (
    select charted.*, newest.points
    from newest
    inner join charted on charted.series = newest.series and charted.ordinal = newest.ordinal
),

shifted as (
    select
        charted.series,
        max(charted.ordinal) as ordinal,
        arg_max(charted.side, charted.ordinal) as side,
        any_value(ending.partition) as partition
    from charted
    inner join ending on ending.series = charted.series and ending.partition = charted.partition
    where charted.rules & 4 > 0 and charted.series between $first and $last
    group by charted.series
),

broken as (
    select shifted.series, max(charted.ordinal) as ordinal
    from shifted
    inner join charted
        on charted.series = shifted.series and charted.partition = shifted.partition and not charted.ghosted
        and charted.ordinal < shifted.ordinal and charted.side <> shifted.side
    group by shifted.series
),

suggested as (
    select charted.series, min(charted.ordinal) as ordinal
    from shifted
    inner join broken on broken.series = shifted.series
    inner join charted
        on charted.series = shifted.series and not charted.ghosted and charted.ordinal > broken.ordinal
    group by charted.series
    having
        count(*) filter (where charted.ordinal <= shifted.ordinal) >= 8
        and count(*) filter (where charted.ordinal > shifted.ordinal) < 8
)

select
    charting.series,
    charting.by_increment,
    case
        when charting.refusal <> '' then charting.refusal
        when coalesce(drawn_limit.low_counts, false) then 'low_counts'
        when coalesce(drawn_limit.enough, false) then ''
        when coalesce(drawn_limit.partition, 0) = 0 then 'too_few_points'
        else 'too_few_since'
    end::chart_refusal as refusal,
    coalesce(ending.points, 0) as points,
    -- method 4, rule 2; annual measures use rule 3
    coalesce(ending.points >= 13, false) and not charting.yearly as decides,
    ending.ordinal as last_ordinal,
    case when charting.refusal = '' then ending.variation end as variation,
    case when charting.refusal = '' then suggested.ordinal end as suggested_from
from charting
left join ending on ending.series = charting.series
left join drawn_limit on drawn_limit.series = ending.series and drawn_limit.partition = ending.partition
left join suggested on suggested.series = charting.series
where charting.series between $first and $last
order by charting.series;
