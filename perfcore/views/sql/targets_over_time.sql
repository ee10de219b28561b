with

placed as (
    select
        target_rule.*,
        target_in_force.decides,
        calendar_period.period,
        calendar_period.starts
    from measure
    inner join target_in_force using (position)
    inner join target_rule using (rule)
    inner join calendar_period
        on
            measure.frequency = calendar_period.frequency
            and target_in_force.ordinal = calendar_period.ordinal
    where
        measure.measure = $measure
        and calendar_period.starts <= (select coalesce($until, day) from as_at)
        and calendar_period.starts < coalesce(measure.retired_from, 'infinity'::date)
)

select
    kind,
    form,
    coalesce(since, '') as since,
    coalesce(why, '') as why,
    decides,
    coalesce(tolerance, '') as tolerance,
    coalesce(exceptional, '') as exceptional,
    min(starts) as first_starts,
    max(starts) as last_starts,
    min_by(period, starts) as first_period,
    max_by(period, starts) as last_period,
    min_by(coalesce(value, low, green_low, green_high), starts) as first_value,
    max_by(coalesce(value, low, green_low, green_high), starts) as last_value,
    max_by(coalesce(high, case when green_low is not null then green_high end), starts) as high
from placed
group by kind, form, since, why, decides, tolerance, exceptional
order by first_starts desc, kind
