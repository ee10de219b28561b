-- method 7: the headline series, and why some are not forecast.
select
    series.measure,
    measure.unit,
    measure.scale,
    series.frequency,
    series.shape = 'cumulative' as adds_up,
    series.starts_again,
    case
        when series.retired_from is not null then 'retired'
        when measure.epidemic then 'epidemic'
        when newest.marker = 'suppressed' then 'withheld'
        else ''
    end as refusal
from series
inner join measure on measure.position = series.position
left join (
    select measure, arg_max(marker, starts) as marker
    from headline
    where status not in ('no_data', 'not_due')
    group by measure
) as newest on newest.measure = series.measure
where series.headline
order by series.position;
