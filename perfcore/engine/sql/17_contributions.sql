-- method 6, centred Kitagawa: what a segment adds to a change of the whole by its own rate, and by its share of the
-- work. One that is absent on one side takes the rate observed on the other.
create or replace macro rate_of(n, d, n_other, d_other) as
    coalesce(n / nullif(d, 0), n_other / nullif(d_other, 0));

create or replace macro rate_effect(
    rule, versus, aim, scale, n_then, d_then, whole_d_then, n, d, whole_d
) as
    case
        when rule <> 'ratio'::rule_code then null
        when versus = 'target'::versus_code then (n * scale - cast(aim as double) * d) / whole_d
        else
            scale * (coalesce(d_then, 0) / whole_d_then + coalesce(d, 0) / whole_d) / 2
            * (rate_of(n, d, n_then, d_then) - rate_of(n_then, d_then, n, d))
    end;

create or replace macro mix_effect(
    rule, versus, scale, n_then, d_then, whole_n_then, whole_d_then, n, d, whole_n, whole_d
) as
    case
        when rule <> 'ratio'::rule_code then null
        when versus = 'target'::versus_code then 0
        else
            scale * (coalesce(d, 0) / whole_d - coalesce(d_then, 0) / whole_d_then)
            * (
                (rate_of(n_then, d_then, n, d) + rate_of(n, d, n_then, d_then)) / 2
                - (whole_n_then / whole_d_then + whole_n / whole_d) / 2
            )
    end;

-- Of a sum the difference, of a product what 17_products found.
create or replace macro whole_effect(rule, rate, mix, total_then, total, by_factor) as
    case rule
        when 'ratio'::rule_code then rate + mix
        when 'sum'::rule_code then cast(coalesce(total, 0) - coalesce(total_then, 0) as double)
        else by_factor
    end;

-- What the factors of a product add to its change; filled by 17_products.
create or replace table factor_effect (
    split integer, ordinal integer, versus versus_code, series integer, contribution double
);

-- The rest that is withheld, and what the members do not account for
create or replace view remainder as
select
    split,
    ordinal,
    versus,
    'withheld' as kind,
    members_withheld as members,
    cast(
        case
            when versus = 'target'::versus_code then aim
            when rule = 'ratio'::rule_code then rest_n_then / nullif(rest_d_then, 0) * scale
            else rest_total_then
        end as decimal(28, 10)
    ) as value_from,
    cast(if(rule = 'ratio'::rule_code, rest_n / nullif(rest_d, 0) * scale, rest_total) as decimal(28, 10)) as value_to,
    rate_effect(rule, versus, aim, scale, rest_n_then, rest_d_then, whole_d_then, rest_n, rest_d, whole_d)
        as rate_effect,
    mix_effect(
        rule, versus, scale, rest_n_then, rest_d_then, whole_n_then, whole_d_then, rest_n, rest_d, whole_n, whole_d
    ) as mix_effect,
    whole_effect(
        rule,
        rate_effect(rule, versus, aim, scale, rest_n_then, rest_d_then, whole_d_then, rest_n, rest_d, whole_d),
        mix_effect(
            rule, versus, scale, rest_n_then, rest_d_then, whole_n_then, whole_d_then, rest_n, rest_d, whole_n,
            whole_d
        ),
        rest_total_then, rest_total, null
    ) as contribution
from decomposition
where members_withheld is not null
union all
select split, ordinal, versus, 'unexplained', 0, null, null, null, null, unexplained
from decomposition
where unexplained <> 0;

-- The members of one split in one period against one thing, laid out for a page: both sides come from one look at the
-- result, in the range of series that the split's members lie in.
create or replace macro contributions_of(
    one_split, one_ordinal, then_ordinal, one_versus, first_series, last_series
) as table
with told as (
    select
        series,
        max(case when ordinal = one_ordinal then published end) as published,
        max(case when ordinal = one_ordinal and published is not null then numerator end) as numerator,
        max(case when ordinal = one_ordinal and published is not null then denominator end) as denominator,
        max(case when ordinal = then_ordinal then published end) as published_then,
        max(case when ordinal = then_ordinal and published is not null then numerator end) as numerator_then,
        max(case when ordinal = then_ordinal and published is not null then denominator end) as denominator_then,
        count(published) > 0 and not bool_or(marker = 'suppressed'::marker_code) as is_shown
    from result
    where series between first_series and last_series and ordinal in (one_ordinal, then_ordinal)
    group by series
),

effects as (
    select
        segment.member,
        segment.place,
        segment.series,
        segment.step,
        told.* exclude (series, published, published_then),
        told.published as published_here,
        told.published_then as published_before,
        decomposition.aim,
        decomposition.versus,
        decomposition.rule,
        rate_effect(
            decomposition.rule, decomposition.versus, decomposition.aim, decomposition.scale,
            cast(told.numerator_then as double), cast(told.denominator_then as double), decomposition.whole_d_then,
            cast(told.numerator as double), cast(told.denominator as double), decomposition.whole_d
        ) as rate_effect,
        mix_effect(
            decomposition.rule, decomposition.versus, decomposition.scale,
            cast(told.numerator_then as double), cast(told.denominator_then as double),
            decomposition.whole_n_then, decomposition.whole_d_then,
            cast(told.numerator as double), cast(told.denominator as double),
            decomposition.whole_n, decomposition.whole_d
        ) as mix_effect
    from told
    inner join segment on segment.series = told.series and segment.split = one_split
    inner join decomposition
        on decomposition.split = one_split
        and decomposition.ordinal = one_ordinal
        and decomposition.versus = one_versus::versus_code
        and decomposition.refusal = ''::refusal_code
    where told.is_shown
)

select
    effects.member,
    effects.place,
    case
        when effects.versus = 'target'::versus_code then effects.aim
        else cast(effects.published_before * effects.step as decimal(28, 10))
    end as value_from,
    cast(effects.published_here * effects.step as decimal(28, 10)) as value_to,
    effects.numerator_then as numerator_from,
    effects.denominator_then as denominator_from,
    effects.numerator as numerator_to,
    effects.denominator as denominator_to,
    effects.rate_effect,
    effects.mix_effect,
    whole_effect(
        effects.rule, effects.rate_effect, effects.mix_effect, effects.published_before * effects.step,
        effects.published_here * effects.step, factor_effect.contribution
    ) as contribution
from effects
left join factor_effect
    on factor_effect.split = one_split and factor_effect.ordinal = one_ordinal
    and factor_effect.versus = effects.versus and factor_effect.series = effects.series;

-- The same of everything, as scripts read it.
create or replace view contribution as
with told as not materialized (
    select
        segment.split,
        segment.series,
        segment.frequency,
        segment.step,
        result.ordinal,
        result.published is null as is_withheld,
        result.published,
        case when result.published is not null then result.numerator end as numerator,
        case when result.published is not null then result.denominator end as denominator
    from result
    inner join segment using (series)
    where result.published is not null or result.marker = 'suppressed'::marker_code
),

told_a_year_before as not materialized (
    select told.* exclude (ordinal), calendar_period.ordinal
    from told
    inner join calendar_period
        on calendar_period.frequency = told.frequency and calendar_period.last_year = told.ordinal
),

beside as not materialized (
    select
        coalesce(now.split, earlier.split) as split,
        coalesce(now.series, earlier.series) as series,
        coalesce(now.step, earlier.step) as step,
        coalesce(now.ordinal, earlier.ordinal + 1) as ordinal,
        'previous'::versus_code as versus,
        now.published,
        now.numerator,
        now.denominator,
        earlier.published as published_then,
        earlier.numerator as numerator_then,
        earlier.denominator as denominator_then,
        coalesce(now.is_withheld, false) or coalesce(earlier.is_withheld, false) as is_withheld
    from told as now
    full outer join told as earlier
        on earlier.split = now.split and earlier.series = now.series and earlier.ordinal + 1 = now.ordinal
    union all
    select
        coalesce(now.split, earlier.split) as split,
        coalesce(now.series, earlier.series) as series,
        coalesce(now.step, earlier.step) as step,
        coalesce(now.ordinal, earlier.ordinal) as ordinal,
        'last-year'::versus_code as versus,
        now.published,
        now.numerator,
        now.denominator,
        earlier.published as published_then,
        earlier.numerator as numerator_then,
        earlier.denominator as denominator_then,
        coalesce(now.is_withheld, false) or coalesce(earlier.is_withheld, false) as is_withheld
    from told as now
    full outer join told_a_year_before as earlier
        on earlier.split = now.split and earlier.series = now.series and earlier.ordinal = now.ordinal
    union all
    select
        split,
        series,
        step,
        ordinal,
        'target'::versus_code as versus,
        published,
        numerator,
        denominator,
        null as published_then,
        null as numerator_then,
        null as denominator_then,
        is_withheld
    from told
),

weighed as not materialized (
    select
        beside.*,
        cast(beside.numerator as double) as n,
        cast(beside.denominator as double) as d,
        cast(beside.numerator_then as double) as n_then,
        cast(beside.denominator_then as double) as d_then,
        decomposition.rule,
        decomposition.aim,
        decomposition.scale,
        decomposition.whole_n,
        decomposition.whole_d,
        decomposition.whole_n_then,
        decomposition.whole_d_then
    from beside
    inner join decomposition using (split, ordinal, versus)
    where decomposition.refusal = ''::refusal_code and not beside.is_withheld
),

effects as not materialized (
    select
        *,
        rate_effect(rule, versus, aim, scale, n_then, d_then, whole_d_then, n, d, whole_d) as rate_effect,
        mix_effect(rule, versus, scale, n_then, d_then, whole_n_then, whole_d_then, n, d, whole_n, whole_d)
            as mix_effect
    from weighed
),

every as not materialized (
    select
        effects.split,
        effects.ordinal,
        effects.versus,
        'member' as kind,
        effects.series,
        1 as members,
        case
            when effects.versus = 'target'::versus_code then effects.aim
            else cast(effects.published_then * effects.step as decimal(28, 10))
        end as value_from,
        cast(effects.published * effects.step as decimal(28, 10)) as value_to,
        effects.rate_effect,
        effects.mix_effect,
        whole_effect(
            effects.rule, effects.rate_effect, effects.mix_effect, effects.published_then * effects.step,
            effects.published * effects.step, factor_effect.contribution
        ) as contribution
    from effects
    left join factor_effect using (split, ordinal, versus, series)
    union all
    select
        split,
        ordinal,
        versus,
        kind,
        null as series,
        members,
        value_from,
        value_to,
        rate_effect,
        mix_effect,
        contribution
    from remainder
)

select
    measure.measure,
    split.breakdown,
    here.period,
    here.starts,
    cast(every.versus as varchar) as versus,
    coalesce(segment.member, '(' || every.kind || ')') as member,
    every.kind,
    every.members,
    every.value_from,
    every.value_to,
    every.rate_effect,
    every.mix_effect,
    every.contribution
from every
inner join (select distinct split, position, breakdown from segment) as split on split.split = every.split
inner join measure on measure.position = split.position
inner join calendar_period as here
    on here.frequency = measure.frequency and here.ordinal = every.ordinal
left join segment on segment.split = every.split and segment.series = every.series;
