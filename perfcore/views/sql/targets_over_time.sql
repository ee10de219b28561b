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
from target
where
    measure = $measure
    and starts <= (select coalesce($until, day) from as_at)
    and starts < coalesce((select retired_from from measure where measure.measure = $measure), 'infinity'::date)
group by kind, form, since, why, decides, tolerance, exceptional
order by first_starts desc, kind
