-- What readers see. The texts are made here, on reading, so that millions of rows cost nothing until looked at.
create or replace table as_at as select cast($as_at as date) as day;

create or replace macro digits(published, decimals) as
    case
        when decimals = 0 then format('{:,}', abs(published))
        else format('{:,}', abs(published) // cast(10 ** decimals as bigint)) || '.'
            || lpad(cast(abs(published) % cast(10 ** decimals as bigint) as varchar), decimals, '0')
    end;

create or replace macro shown(published, decimals, unit_before, unit_after, unit_after_one) as
    case when published < 0 then '−' else '' end || unit_before || digits(published, decimals)
    || case when abs(published) = cast(10 ** decimals as bigint) then unit_after_one else unit_after end;

create or replace macro interval_said(low, high, unit) as
    replace(format('{:.2f}', low) || ' to ' || format('{:.2f}', high), '-', '−')
    || case when unit = 'percent' then ' points' else '' end;

create or replace macro day_shown(day) as strftime(day, '%-d %b %Y');

create or replace view status as
with placed as (
    select
        directed.* exclude (decimals, noise_relative),
        measure.decimals,
        measure.scale,
        measure.unit,
        measure.noise,
        measure.noise_relative,
        measure.unit_before,
        measure.unit_after,
        measure.unit_after_one,
        here.period,
        here.starts,
        here.ends,
        here.label,
        here.ends + directed.due_after as due_on,
        as_at.day as as_at,
        there.label as compared_label,
        year_earlier.label as year_earlier_label,
        deciding.rule as deciding_rule,
        deciding.problem as target_problem,
        deciding.value as target,
        deciding.low as target_low,
        deciding.high as target_high,
        coalesce(derivation.have || ' of ' || derivation.want || ' ' || derivation.noun, '') as parts,
        coalesce(note.note, '') as note,
        increment.increment,
        first_result.status as first_status,
        coalesce(first_result.restated, false) as restated,
        chart_limit.mean,
        chart_limit.reach,
        spc_rules.rules,
        target_rule.* exclude (rule, measure, kind, form, value, low, high, since, why, problem, tolerance, exceptional)
    from directed
    inner join measure on measure.position = directed.position
    inner join calendar_period as here
        on here.frequency = directed.frequency and here.ordinal = directed.ordinal
    cross join as_at
    cross join spc_rules
    left join calendar_period as there
        on there.frequency = directed.frequency and there.ordinal = directed.compared_ordinal
    left join calendar_period as year_earlier
        on year_earlier.frequency = directed.frequency and year_earlier.ordinal = here.last_year
    left join target_in_force
        on target_in_force.position = directed.position and target_in_force.ordinal = directed.ordinal
        and target_in_force.decides
    left join target_rule as deciding on deciding.rule = target_in_force.rule
    left join target_rule on target_rule.rule = directed.rule
    left join chart_limit on chart_limit.series = directed.series and chart_limit.partition = directed.partition
    left join derivation on derivation.series = directed.series and derivation.ordinal = directed.ordinal
    left join note on note.series = directed.series and note.ordinal = directed.ordinal
    left join increment on increment.series = directed.series and increment.ordinal = directed.ordinal
    left join first_result on first_result.series = directed.series and first_result.ordinal = directed.ordinal
),

worded as (
    select
        *,
        case when test = 'newcombe' then newcombe_low(
            cast(numerator as double), cast(denominator as double), cast(compared_n as double), cast(compared_d as double)
        ) end as interval_low,
        case when test = 'newcombe' then newcombe_high(
            cast(numerator as double), cast(denominator as double), cast(compared_n as double), cast(compared_d as double)
        ) end as interval_high,
        shown(published, decimals, unit_before, unit_after, unit_after_one)
        || case when qualifier = '' then '' else ' (' || qualifier || ')' end as said,
        shown(published, decimals, unit_before, unit_after, unit_after_one) as amount_shown,
        shown(compared, decimals, unit_before, unit_after, unit_after_one) as compared_shown,
        case unit
            when 'percent' then shown(abs(published - compared), decimals, '', ' points', ' point')
            else shown(abs(published - compared), decimals, unit_before, unit_after, unit_after_one)
        end as change_shown,
        shown(
            cast(round((mean - reach) * 10 ** decimals) as bigint), decimals, unit_before, unit_after, unit_after_one
        ) as lower_shown,
        shown(
            cast(round((mean + reach) * 10 ** decimals) as bigint), decimals, unit_before, unit_after, unit_after_one
        ) as upper_shown,
        shown(cast(round(mean * 10 ** decimals) as bigint), decimals, unit_before, unit_after, unit_after_one)
            as mean_shown,
        case when complete then '' else ' Incomplete: ' || parts || '.' end as caution,
        case when noise_relative then noise || ' of the earlier figure' else noise end as noise_said,
        case marker
            when 'suppressed' then 'Withheld: the figure for ' || label || ' could identify someone.'
            when 'not_applicable' then 'Not applicable in ' || label || '.'
            when 'zero_denominator' then 'Not available: the denominator for ' || label || ' is zero.'
            when 'too_large' then 'Not available: the figure for ' || label || ' is too large to be exact.'
            when 'not_combined'
                then 'Not available: a ratio cannot be combined, because a figure that makes it up for ' || label
                    || ' has no numerator and denominator.'
            else 'Not available: no figure could be given for ' || label || '.'
        end as marker_said,
        case
            when good = 'none' then 'neither high nor low is better, so it is not judged'
            when not judged and deciding_rule is not null
                then 'the target is for the whole council, not for a part of it'
            when target_problem <> '' then target_problem
            when deciding_rule is not null then 'no target in force can judge it'
            else 'no target in force for ' || label
        end as monitor_said
    from placed
)

select
    measure,
    breakdown,
    member,
    period,
    starts,
    ends,
    cast(published * step as decimal(28, 10)) as value,
    numerator,
    denominator,
    case when judged then target end as target,
    cast(status as varchar) as status,
    case status
        when 'no_data' then 'Overdue: was due by ' || day_shown(due_on) || ' and has not arrived.'
        when 'not_due' then 'Not due until ' || day_shown(due_on) || '.'
        when 'suppressed' then marker_said
        when 'not_available' then marker_said
        when 'monitor' then said || ': ' || monitor_said || '.' || caution
        when 'exceptional' then said || ' against ' || against || '; exceptional because ' || exceptional_because || '.' || caution
        when 'green' then said || ' against ' || against || '; green because it meets the target.' || caution
        when 'amber'
            then said || ' against ' || against || '; amber because '
                || case when published < green_first then amber_low_because else amber_high_because end || '.' || caution
        else
            said || ' against ' || against || '; red because '
            || case when published < green_first then red_low_because else red_high_because end || '.' || caution
    end as sentence,
    cast(direction as varchar) as direction,
    arrow_of(published, compared, test, variation) as arrow,
    case
        when test = 'spc' then 'spc'
        when compared is null then 'none'
        when compared_with_last_year then 'same_period_last_year'
        else 'previous_period'
    end as method,
    case
        when status = 'no_data' then 'No figure for ' || label || ': it was due by ' || day_shown(due_on) || '.'
        when status = 'not_due' then 'No figure for ' || label || ' yet: it is due by ' || day_shown(due_on) || '.'
        when published is null then marker_said
        when marker = 'low' then 'The figure for ' || label || ' rounds to zero, so no change is measured.'
        when not complete then 'The figure for ' || label || ' is incomplete (' || parts || '), so no change is measured.'
        when test = 'spc' and variation = 'common_cause'
            then amount_shown || ' in ' || label || ' is within normal variation, ' || lower_shown || ' to ' || upper_shown
                || ' (control chart).'
        when test = 'spc'
            then amount_shown || ' in ' || label || ' is special cause: ' || case decided_by
                when 3 then case arrow_of(published, compared, test, variation)
                    when 'up' then 'above the upper limit of ' || upper_shown
                    else 'below the lower limit of ' || lower_shown
                end
                when 4 then 'part of a run ' || case arrow_of(published, compared, test, variation)
                    when 'up' then 'above' else 'below' end || ' the mean of ' || mean_shown
                when 8 then 'one of two in three close to ' || case arrow_of(published, compared, test, variation)
                    when 'up' then 'the upper limit of ' || upper_shown else 'the lower limit of ' || lower_shown end
                else 'part of a steady ' || case arrow_of(published, compared, test, variation)
                    when 'up' then 'rise' else 'fall' end
            end || ' (control chart).'
        when compared is null and compared_with_last_year
            then 'No figure for ' || coalesce(year_earlier_label, 'a year earlier') || ' to compare with.'
        when compared is null then 'No earlier figure to compare with.'
        else
            amount_shown || ' in ' || label || ' after ' || compared_shown || ' in ' || compared_label || ': '
            || case
                when test = 'none' then 'no change'
                when test = 'newcombe'
                    then 'the 95% interval of the difference, ' || interval_said(interval_low * scale, interval_high * scale, unit)
                        || case
                            when direction = 'no_clear_change' then ', includes zero' else ', excludes zero'
                        end
                when test = 'poisson' and direction = 'no_clear_change'
                    then 'a change of ' || change_shown || ', no more than chance gives (exact Poisson test, 95%)'
                when test = 'poisson'
                    then 'a change of ' || change_shown || ', more than chance gives (exact Poisson test, 95%)'
                when direction = 'no_clear_change' and good = 'range' and published <> compared
                    then 'a change of ' || change_shown || ', no clear move to or from the target range'
                when direction = 'no_clear_change'
                    then 'a change of ' || change_shown || ', smaller than its noise of ' || noise_said
                else 'a change of ' || change_shown || ', not smaller than its noise of ' || noise_said
            end
            || '.'
            || case
                when not compared_with_last_year and compared_ordinal < ordinal - 1
                    then ' There is no usable figure between the two.'
                else ''
            end
    end as reason,
    cast((published - previous) * step as decimal(28, 10)) as short_difference,
    case
        when compared_with_last_year then cast((published - compared) * step as decimal(28, 10))
        else cast((4 * published - four_before) * step * 0.25 as decimal(28, 10))
    end as long_difference,
    cast(variation as varchar) as variation,
    cast(assurance_of(variation, good, cast(aim as double), mean, reach, rules) as varchar) as assurance,
    case when marker in ('zero_denominator', 'too_large', 'not_combined') then 'not_available' else cast(marker as varchar) end
        as marker,
    cast(qualifier as varchar) as qualifier,
    note,
    reported_on,
    cast(as_at - ends as integer) as age_days,
    due_on,
    due_on + 1 as overdue_on,
    complete,
    parts,
    cast(coalesce(first_status, status) as varchar) as first_status,
    restated,
    cast(test as varchar) as test,
    interval_low,
    interval_high,
    case when compared is null then '' else coalesce(compared_label, '') end as compared_with,
    case when judged then target_low end as target_low,
    case when judged then target_high end as target_high,
    cast(increment * step as decimal(28, 10)) as increment,
    label,
    series,
    ordinal
from worded;
