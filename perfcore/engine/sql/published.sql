select series.measure, calendar_period.starts, cast(amount.published * series.step as decimal(28, 10))
from amount
inner join series using (series)
inner join calendar_period
    on calendar_period.frequency = series.frequency and calendar_period.ordinal = amount.ordinal
where series.headline and amount.published is not null and amount.complete and list_contains($measures, series.measure)
