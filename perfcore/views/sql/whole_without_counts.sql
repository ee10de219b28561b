select measure.combine = 'ratio' and not bool_or(result.numerator is not null) as lacks
from measure
inner join series using (position)
inner join result on result.series = series.series
where measure.measure = $measure and series.headline
group by measure.combine
