-- method 2, combining: a ratio sums numerators and denominators and then divides; without them it is refused.
insert into derivation
select series, ordinal, have, want, noun, source from wanted order by series, ordinal;

create or replace macro is_proportion(numerator, denominator) as
    numerator >= 0 and numerator <= denominator and denominator > 0
    and numerator = floor(numerator) and denominator = floor(denominator);

insert into amount by name
with total as (
    select
        series,
        ordinal,
        max(reported_on) as reported_on,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        bool_or(numerator is null or denominator is null) as lacks_ratio,
        sum(value) as value,
        count(*) as pieces
    from piece
    where published is not null
    group by series, ordinal
),

ruled as (
    select
        total.series,
        total.ordinal,
        total.reported_on,
        series.combine,
        series.per,
        series.factor,
        case when series.combine = 'ratio' and not total.lacks_ratio then total.numerator end as numerator,
        case when series.combine = 'ratio' and not total.lacks_ratio then total.denominator end as denominator,
        case when series.combine <> 'ratio' then total.value end as value,
        total.pieces,
        series.combine = 'ratio' and total.lacks_ratio as refused,
        wanted.have = wanted.want as complete
    from total
    inner join series using (series)
    inner join wanted on wanted.series = total.series and wanted.ordinal = total.ordinal
),

published as (
    select
        *,
        case
            when combine = 'ratio' and abs(numerator) < 1e15 and abs(denominator) < 1e15
                then published_ratio(
                    numerator,
                    denominator,
                    factor,
                    cast(numerator as double) * factor / nullif(cast(denominator as double), 0)
                )
            when combine = 'mean' and abs(value) < 1e12 then published_exactly(value, pieces, per)
            when combine in ('sum', 'last') then published_value(value, per)
        end as published
    from ruled
)

select
    series,
    ordinal,
    reported_on,
    published,
    case when combine <> 'mean' then value end as value,
    numerator,
    denominator,
    case
        when refused then 'not_combined'
        when denominator = 0 then 'zero_denominator'
        when published is null then 'too_large'
        else ''
    end::marker_code as marker,
    ''::qualifier_code as qualifier,
    complete,
    case when is_proportion(numerator, denominator) then cast(numerator as double) end as n,
    case when is_proportion(numerator, denominator) then cast(denominator as double) end as d
from published
order by series, ordinal;
