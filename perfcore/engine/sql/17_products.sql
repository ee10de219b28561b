-- method 6, a product. Das Gupta: what the change of one of three factors adds to the change of their product; a missing third is 1.
create or replace macro effect_of_factor(own_then, own, other_then, other, third_then, third) as
    (own - own_then) * (
        (other_then * third_then + other * third) / 3
        + (other_then * third + other * third_then) / 6
    );

insert into factor_effect
with factor as (
    select
        decomposition.split,
        decomposition.ordinal,
        decomposition.versus,
        segment.series,
        row_number() over (
            partition by decomposition.split, decomposition.ordinal, decomposition.versus order by segment.place
        ) as place,
        coalesce(
            cast(now.numerator as double) / nullif(cast(now.denominator as double), 0),
            cast(now.published * series.step as double) / measure.scale
        ) as own,
        coalesce(
            cast(earlier.numerator as double) / nullif(cast(earlier.denominator as double), 0),
            cast(earlier.published * series.step as double) / measure.scale
        ) as own_then
    from decomposition
    inner join segment using (split)
    inner join series on series.series = segment.series
    inner join measure on measure.position = series.position
    inner join result as now on now.series = segment.series and now.ordinal = decomposition.ordinal
    inner join result as earlier
        on earlier.series = segment.series and earlier.ordinal = decomposition.compared_ordinal
    where decomposition.rule = 'product' and decomposition.refusal = ''
)

select
    factor.split,
    factor.ordinal,
    factor.versus,
    factor.series,
    whole.scale * effect_of_factor(
        factor.own_then, factor.own,
        coalesce(second.own_then, 1), coalesce(second.own, 1),
        coalesce(third.own_then, 1), coalesce(third.own, 1)
    ) as contribution
from factor
inner join (select distinct split, position from segment) as split on split.split = factor.split
inner join measure as whole on whole.position = split.position
left join factor as second
    on second.split = factor.split and second.ordinal = factor.ordinal and second.versus = factor.versus
    and second.place = factor.place % 3 + 1 and second.place <> factor.place
left join factor as third
    on third.split = factor.split and third.ordinal = factor.ordinal and third.versus = factor.versus
    and third.place = (factor.place + 1) % 3 + 1 and third.place <> factor.place
order by factor.split, factor.ordinal, factor.versus, factor.series;

update decomposition
set unexplained = decomposition.change - product.contribution
from (
    select split, ordinal, versus, sum(contribution order by series) as contribution
    from factor_effect
    group by split, ordinal, versus
) as product
where
    product.split = decomposition.split
    and product.ordinal = decomposition.ordinal
    and product.versus = decomposition.versus
    and abs(decomposition.change - product.contribution) > 1e-9 * greatest(1, abs(decomposition.change));
