-- of one measure, breakdown and period: whether what it is compared with can be taken apart, and the whole's figures
with split as (
    select
        segment.split,
        any_value(segment.position) as position,
        min(segment.series) as first_series,
        max(segment.series) as last_series,
        count(*) as members
    from segment
    inner join measure using (position)
    where measure.measure = $measure and segment.breakdown = $breakdown
    group by segment.split
)

select
    split.split,
    split.first_series,
    split.last_series,
    split.members,
    decomposition.ordinal,
    decomposition.compared_ordinal,
    decomposition.members_withheld is not null or coalesce(decomposition.unexplained <> 0, false) as has_remainder,
    decomposition.versus::varchar as versus,
    decomposition.refusal::varchar as refusal,
    decomposition.rule::varchar as rule,
    measure.name,
    measure.unit,
    measure.decimals,
    measure.scale,
    measure.frequency,
    measure.good,
    measure.shape,
    here.period,
    here.starts,
    coalesce(there.period, '') as compared_period,
    there.starts as compared_starts,
    coalesce(decomposition.aim, (decomposition.published_then * whole.step)::decimal(28, 10)) as value_from,
    (decomposition.published * whole.step)::decimal(28, 10) as value_to,
    decomposition.change,
    result.numerator,
    result.denominator
from split
inner join measure using (position)
inner join series as whole on whole.position = split.position and whole.headline
inner join calendar_period as here
    on here.frequency = measure.frequency and here.period = $period
inner join decomposition
    on decomposition.split = split.split and decomposition.ordinal = here.ordinal
inner join result on result.series = whole.series and result.ordinal = here.ordinal
left join calendar_period as there
    on there.frequency = measure.frequency and there.ordinal = decomposition.compared_ordinal
order by decomposition.versus
