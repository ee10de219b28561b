-- method 6: of every measure, breakdown and period, whether its change or its gap can be taken apart, and if not,
-- why not. What each member contributes is a few sums over these rows, made when they are read (17_contributions).
create or replace type versus_code as enum ('previous', 'last-year', 'target');
create or replace type refusal_code as enum (
    '', 'average', 'other_periods', 'no_figure', 'whole_withheld', 'incomplete', 'no_target', 'inside_range',
    'target_of_whole', 'no_earlier', 'starts_again', 'no_members', 'no_numerators', 'member_missing',
    'zero_denominator', 'withheld'
);

-- At least this many times the smallest count that may be shown must lie behind what is withheld together.
create or replace macro withheld_multiple() as 2;
-- Where a file withholds figures and the framework names no smallest count
create or replace macro usual_min_count() as 5;

create or replace temp table pairing as
with split as (
    select split, any_value(position) as position, any_value(rule) as rule, bool_and(fits) as fits
    from segment
    group by split
),

whole as (
    select
        series.position,
        series.frequency,
        series.starts_again,
        series.step,
        measure.scale,
        coalesce(measure.disclosure_min_count, usual_min_count()) as min_count,
        result.series,
        result.ordinal,
        result.published,
        result.numerator,
        result.denominator,
        result.marker,
        result.complete
    from series
    inner join measure using (position)
    inner join result using (series)
    where series.headline and result.status not in ('no_data'::status_code, 'not_due'::status_code)
),

question as (
    select unnest(enum_range(null::versus_code))::versus_code as versus
),

aimed as (
    select
        target_in_force.position,
        target_in_force.ordinal,
        target_rule.aim,
        target_rule.aim_low,
        target_rule.aim_high
    from target_in_force
    inner join target_rule using (rule)
    where target_in_force.decides
),

asked as (
    select
        split.split,
        split.rule,
        split.fits,
        question.versus,
        whole.*,
        here.year_starts,
        here.last_year
    from split
    inner join whole using (position)
    inner join calendar_period as here
        on here.frequency = whole.frequency and here.ordinal = whole.ordinal
    cross join question
),

placed as (
    select
        *,
        case versus
            when 'previous'::versus_code then ordinal - 1
            when 'last-year'::versus_code then last_year
        end as compared_ordinal
    from asked
)

select
    placed.split,
    placed.position,
    placed.ordinal,
    placed.versus,
    placed.compared_ordinal,
    placed.rule,
    placed.fits,
    placed.starts_again and before.year_starts <> placed.year_starts as started_again,
    placed.scale,
    placed.step,
    placed.min_count,
    placed.published,
    placed.numerator,
    placed.denominator,
    placed.marker,
    placed.complete,
    earlier.published as published_then,
    earlier.numerator as numerator_then,
    earlier.denominator as denominator_then,
    earlier.marker as marker_then,
    earlier.complete as complete_then,
    -- of a range, the end that was passed
    case
        when placed.versus <> 'target' then null
        when aimed.aim_low is not null and placed.published * placed.step < aimed.aim_low then aimed.aim_low
        when aimed.aim_high is not null and placed.published * placed.step > aimed.aim_high then aimed.aim_high
        else aimed.aim
    end as aim,
    placed.versus = 'target' and aimed.aim is null and aimed.aim_low is not null as has_range,
    side_now,
    side_then
from placed
left join calendar_period as before
    on before.frequency = placed.frequency and before.ordinal = placed.compared_ordinal
left join whole as earlier on earlier.series = placed.series and earlier.ordinal = placed.compared_ordinal
left join aimed on aimed.position = placed.position and aimed.ordinal = placed.ordinal
left join side as side_now on side_now.split = placed.split and side_now.ordinal = placed.ordinal
left join side as side_then on side_then.split = placed.split and side_then.ordinal = placed.compared_ordinal;

-- Who is withheld on either side stands in the rest on both: what one side shows must not give the other away.
create or replace temp table hidden as
with withheld as (
    select segment.split, result.series, result.ordinal
    from result
    inner join segment using (series)
    where result.marker = 'suppressed'::marker_code
)

select distinct pairing.split, pairing.ordinal, pairing.versus, pairing.compared_ordinal, withheld.series
from pairing
inner join withheld
    on withheld.split = pairing.split and withheld.ordinal in (pairing.ordinal, pairing.compared_ordinal);

create or replace temp table hidden_shown as
select
    hidden.split,
    hidden.ordinal,
    hidden.versus,
    count(distinct hidden.series) as members,
    coalesce(sum(now.numerator) filter (where now.published is not null), 0) as numerator,
    coalesce(sum(now.denominator) filter (where now.published is not null), 0) as denominator,
    coalesce(sum(now.published * series.step), 0) as total,
    coalesce(sum(earlier.numerator) filter (where earlier.published is not null), 0) as numerator_then,
    coalesce(sum(earlier.denominator) filter (where earlier.published is not null), 0) as denominator_then,
    coalesce(sum(earlier.published * series.step), 0) as total_then
from hidden
inner join series using (series)
left join result as now on now.series = hidden.series and now.ordinal = hidden.ordinal
left join result as earlier on earlier.series = hidden.series and earlier.ordinal = hidden.compared_ordinal
group by hidden.split, hidden.ordinal, hidden.versus;

-- A rest that a reader can make out anyway, as the whole less what is shown: only where two or more members lie in it
-- and it is too large to say anything of one of them.
create or replace macro hides(withheld, rest, least) as
    withheld = 0 or (withheld >= 2 and abs(rest) >= least);
create or replace macro hides_ratio(withheld, numerator, denominator, least) as
    withheld = 0 or (
        hides(withheld, numerator, least) and hides(withheld, denominator, least)
        and (numerator > denominator or hides(withheld, denominator - numerator, least))
    );

-- What a ratio of sums would be published as
create or replace macro published_of(numerator, denominator, scale, step) as
    case
        when abs(numerator) < 1e15 and abs(denominator) < 1e15
            then published_ratio(
                cast(numerator as decimal(28, 10)),
                nullif(cast(denominator as decimal(28, 10)), 0),
                cast(scale / step as bigint),
                cast(numerator as double) * (scale / step) / nullif(cast(denominator as double), 0)
            )
    end;

create or replace table decomposition as
with weighed as (
    select
        pairing.*,
        coalesce(side_now.shown, 0) as shown,
        coalesce(side_then.shown, 0) as shown_then,
        coalesce(side_now.withheld, 0) as withheld,
        coalesce(side_then.withheld, 0) as withheld_then,
        coalesce(hidden_shown.members, 0) as members_withheld,
        coalesce(side_now.numerator, 0) as n,
        coalesce(side_now.denominator, 0) as d,
        coalesce(side_now.total, 0) as total,
        coalesce(side_then.numerator, 0) as n_then,
        coalesce(side_then.denominator, 0) as d_then,
        coalesce(side_then.total, 0) as total_then,
        hidden_shown.numerator as hidden_n,
        hidden_shown.denominator as hidden_d,
        hidden_shown.total as hidden_total,
        hidden_shown.numerator_then as hidden_n_then,
        hidden_shown.denominator_then as hidden_d_then,
        hidden_shown.total_then as hidden_total_then,
        withheld_multiple() * min_count as least
    from pairing
    left join hidden_shown using (split, ordinal, versus)
),

totalled as (
    select
        *,
        rule = 'ratio' and published is not null and n = numerator and d = denominator
        or rule = 'ratio' and numerator is null and published_of(n, d, scale, step) = published
        or rule = 'sum' and total = published * step as adds_up,
        rule = 'ratio' and published_then is not null and n_then = numerator_then and d_then = denominator_then
        or rule = 'ratio' and numerator_then is null and published_of(n_then, d_then, scale, step) = published_then
        or rule = 'sum' and total_then = published_then * step as added_up,
        side_now.who is distinct from side_then.who as others,
        case
            when rule = 'sum' then hides(withheld, published * step - total, least)
                and hides(withheld_then, published_then * step - total_then, least)
            when rule = 'ratio' then coalesce(hides_ratio(withheld, numerator - n, denominator - d, least), false)
                and (
                    versus = 'target'
                    or coalesce(
                        hides_ratio(withheld_then, numerator_then - n_then, denominator_then - d_then, least), false
                    )
                )
            else withheld + withheld_then = 0
        end as hidden_enough
    from weighed
),

refused as (
    select
        *,
        case
            when rule = 'mean' then 'average'
            when not fits then 'other_periods'
            when published is null and marker = 'suppressed'::marker_code then 'whole_withheld'
            when published is null then 'no_figure'
            when not complete then 'incomplete'
            when versus = 'target' and aim is null then if(has_range, 'inside_range', 'no_target')
            when versus = 'target' and rule <> 'ratio' then 'target_of_whole'
            when versus <> 'target' and published_then is null and marker_then = 'suppressed'::marker_code
                then 'whole_withheld'
            when versus <> 'target' and published_then is null then 'no_earlier'
            when versus <> 'target' and not complete_then then 'incomplete'
            when versus = 'previous' and started_again then 'starts_again'
            when shown = 0 or (versus <> 'target' and shown_then = 0)
                then if(withheld + withheld_then > 0, 'withheld', 'no_members')
            when rule = 'ratio' and (side_now.lacking > 0 or (versus <> 'target' and side_then.lacking > 0))
                then 'no_numerators'
            when side_now.unavailable > 0 or (versus <> 'target' and side_then.unavailable > 0) then 'member_missing'
            when not side_now.complete or (versus <> 'target' and not side_then.complete) then 'incomplete'
            when rule = 'ratio' and (
                d <= 0 or side_now.without_weight > 0
                or (versus <> 'target' and (d_then <= 0 or side_then.without_weight > 0))
            ) then 'zero_denominator'
            when not coalesce(hidden_enough, false) then 'withheld'
            when rule = 'product' and others then 'member_missing'
            when rule <> 'product' and members_withheld = 0 and versus <> 'target' and others
                and not (coalesce(adds_up, false) and coalesce(added_up, false))
                then 'member_missing'
            else ''
        end::refusal_code as refusal
    from totalled
),

-- With members withheld the whole is the council's own figure: the rest is what the others leave of it.
whole as (
    select
        *,
        refusal = '' and members_withheld > 0 as has_rest,
        case when refusal = '' and members_withheld > 0 then numerator else n end as whole_n,
        case when refusal = '' and members_withheld > 0 then denominator else d end as whole_d,
        case when refusal = '' and members_withheld > 0 then numerator_then else n_then end as whole_n_then,
        case when refusal = '' and members_withheld > 0 then denominator_then else d_then end as whole_d_then,
        coalesce(cast(numerator as double) / nullif(cast(denominator as double), 0) * scale, published * step)
            as exact,
        coalesce(
            cast(aim as double),
            cast(numerator_then as double) / nullif(cast(denominator_then as double), 0) * scale,
            published_then * step
        ) as exact_then
    from refused
)

select
    split,
    ordinal,
    versus,
    compared_ordinal,
    refusal,
    rule,
    published,
    published_then,
    aim,
    scale,
    case when refusal = '' then exact - exact_then end as change,
    case when has_rest then members_withheld end as members_withheld,
    case when refusal = '' and rule = 'ratio' then cast(whole_n as double) end as whole_n,
    case when refusal = '' and rule = 'ratio' then cast(whole_d as double) end as whole_d,
    case when refusal = '' and rule = 'ratio' then cast(whole_n_then as double) end as whole_n_then,
    case when refusal = '' and rule = 'ratio' then cast(whole_d_then as double) end as whole_d_then,
    case when has_rest and rule = 'ratio' then cast(numerator - n + hidden_n as double) end as rest_n,
    case when has_rest and rule = 'ratio' then cast(denominator - d + hidden_d as double) end as rest_d,
    case when has_rest and rule = 'ratio' then cast(numerator_then - n_then + hidden_n_then as double) end
        as rest_n_then,
    case when has_rest and rule = 'ratio' then cast(denominator_then - d_then + hidden_d_then as double) end
        as rest_d_then,
    case when has_rest and rule = 'sum' then published * step - total + hidden_total end as rest_total,
    case when has_rest and rule = 'sum' then published_then * step - total_then + hidden_total_then end
        as rest_total_then,
    -- what the members do not account for, where they do not add up to the council's own figure
    case
        when refusal <> '' then null
        when rule = 'product' or has_rest or (coalesce(adds_up, false) and (versus = 'target' or coalesce(added_up, false)))
            then 0
        when rule = 'sum' then (published * step - total) - (published_then * step - total_then)
        when versus = 'target' then exact - cast(n as double) / cast(d as double) * scale
        else
            (exact - cast(n as double) / cast(d as double) * scale)
            - (exact_then - cast(n_then as double) / cast(d_then as double) * scale)
    end as unexplained
from whole
order by split, ordinal, versus;
