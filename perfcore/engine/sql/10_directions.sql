-- method 4: the arrow is where the value went; by a control chart, to which side the special cause lies.
create or replace macro arrow_of(published, compared, test, variation) as
    case
        when test = 'spc' then case
            when ends_with(cast(variation as varchar), '_high') then 'up'
            when ends_with(cast(variation as varchar), '_low') then 'down'
            else 'level'
        end
        when compared is null then ''
        when published > compared then 'up'
        when published < compared then 'down'
        else 'level'
    end;

create or replace macro direction_by_chart(variation) as
    case
        when variation = 'common_cause' then 'no_clear_change'
        when starts_with(cast(variation as varchar), 'improvement') then 'improving'
        when starts_with(cast(variation as varchar), 'concern') then 'worsening'
        when variation = 'neither_high' then 'rising'
        else 'falling'
    end::direction_code;

-- Each result beside what its control chart says of it: where a chart has points enough, that decides the direction in
-- place of the interval tests (method 4, rule 2). The verdict is stored with the chart and joined on reading.
create or replace view directed as
select
    series.*,
    result.* exclude (series, direction, test),
    case when chart.decides and charted.variation is not null then 'spc'::test_code else result.test end as test,
    case
        when chart.decides and charted.variation is not null then direction_by_chart(charted.variation)
        else result.direction
    end as direction,
    charted.partition,
    charted.variation,
    charted.decided_by
from series
inner join result on result.series = series.series
inner join chart on chart.series = series.series
left join charted
    on charted.series = result.series and charted.ordinal = result.ordinal and chart.refusal = ''::chart_refusal;

-- method 5, assurance: whether the limits lie to one side of the target. nhsr calls a limit on the target hit or miss.
create or replace macro assurance_of(variation, good, target, mean, reach, rules) as
    case
        when variation is null or target is null or reach is null or good not in ('high', 'low') then null
        when same_amount(target, mean - reach, target)
            then case when rules = 'nhsr' then 'hit_or_miss' when good = 'high' then 'pass' else 'fail' end
        when same_amount(target, mean + reach, target)
            then case when rules = 'nhsr' then 'hit_or_miss' when good = 'high' then 'fail' else 'pass' end
        when target < mean - reach then case when good = 'high' then 'pass' else 'fail' end
        when target > mean + reach then case when good = 'high' then 'fail' else 'pass' end
        else 'hit_or_miss'
    end::assurance_code;
