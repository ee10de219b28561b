-- The council's figure from the members of the first breakdown that has any, where it was not supplied.
-- method 2: only periods that have ended are combined.
create or replace temp table gathered as
with split_periods as (
    select distinct series.position, series.frequency, amount.ordinal
    from amount
    inner join series using (series)
    where not series.headline
),

supplied as (
    select series.position, amount.ordinal
    from amount
    inner join series using (series)
    where series.headline
),

missing as (
    select split_periods.position, split_periods.ordinal
    from split_periods
    inner join calendar_period using (frequency, ordinal)
    anti join supplied using (position, ordinal)
    where calendar_period.ends < $as_at
),

split as (
    select series.position, series.breakdown_position, series.breakdown, amount.*
    from missing
    inner join series on series.position = missing.position and not series.headline
    inner join amount on amount.series = series.series and amount.ordinal = missing.ordinal
),

chosen as (
    select
        position,
        ordinal,
        arg_min(breakdown, (breakdown_position = 0, breakdown_position, breakdown)) as breakdown
    from split
    where published is not null
    group by position, ordinal
)

select split.* from split semi join chosen using (position, ordinal, breakdown);

create or replace temp table piece as
select
    headline.series,
    gathered.ordinal,
    gathered.reported_on,
    gathered.published,
    coalesce(gathered.value, gathered.published * headline.step) as value,
    gathered.numerator,
    gathered.denominator,
    gathered.marker
from gathered
inner join series as headline on headline.position = gathered.position and headline.headline;

-- A member is expected from its first period to the one after its last, save where the figure does not apply.
create or replace temp table wanted as
with spans as (
    select series.position, series.breakdown, amount.series, min(amount.ordinal) as first, max(amount.ordinal) as last
    from amount
    inner join series using (series)
    where not series.headline and series.position in (select position from gathered)
    group by all
),

split as (
    select
        position,
        ordinal,
        breakdown,
        count(published) as have
    from gathered
    group by all
),

inapplicable as (
    select series, ordinal from gathered where marker = 'not_applicable'
)

select
    headline.series,
    split.ordinal,
    any_value(split.have) as have,
    count(*) as want,
    'members' as noun,
    split.breakdown as source
from split
inner join spans
    on spans.position = split.position and spans.breakdown = split.breakdown
    and spans.first <= split.ordinal and spans.last >= split.ordinal - 1
anti join inapplicable on inapplicable.series = spans.series and inapplicable.ordinal = split.ordinal
inner join series as headline on headline.position = split.position and headline.headline
group by headline.series, split.ordinal, split.breakdown;
