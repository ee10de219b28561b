with here as (
    select
        headline.*,
        measure.good,
        calendar_period.year_starts,
        calendar_period.last_year as year_earlier,
        measure.frequency
    from headline
    inner join measure on headline.measure = measure.measure
    inner join calendar_period
        on measure.frequency = calendar_period.frequency and headline.starts = calendar_period.starts
    where headline.measure = $measure and ($until is null or headline.ends <= $until)
),

-- Where a target is stated by its boundaries, the line to meet is the boundary of green.
aimed as (
    select
        period,
        form,
        coalesce(low, case when form = 'thresholds' and green_high is not null then green_low end) as low,
        coalesce(high, case when form = 'thresholds' and green_low is not null then green_high end) as high,
        coalesce(
            value, case when form = 'thresholds' and (green_low is null or green_high is null)
                then coalesce(green_low, green_high) end
        ) as aim
    from target
    where measure = $measure and decides
)

select
    here.period,
    here.starts,
    here.ends,
    here.value,
    here.numerator,
    here.denominator,
    here.target,
    here.status,
    here.direction,
    here.arrow,
    here.marker,
    here.qualifier,
    here.note,
    here.reported_on,
    here.parts,
    here.restated,
    case when here.good <> 'none' then aimed.aim end as aim,
    case when here.good <> 'none' then aimed.low end as target_low,
    case when here.good <> 'none' then aimed.high end as target_high,
    coalesce(aimed.form, '') as target_form,
    earlier.value as last_year,
    here.year_starts
from here
left join aimed on here.period = aimed.period
left join calendar_period
    on here.frequency = calendar_period.frequency and here.year_earlier = calendar_period.ordinal
left join headline as earlier
    on earlier.measure = $measure and calendar_period.starts = earlier.starts
order by here.starts
