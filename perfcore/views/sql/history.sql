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
    line.aim,
    line.aim_low as target_low,
    line.aim_high as target_high,
    coalesce(line.form, '') as target_form,
    earlier.value as last_year,
    here.year_starts,
    here.variation,
    here.assurance,
    here.rule,
    here.run,
    here.met,
    here.met_of,
    here.refusal
from headline as here
left join target_rule as line on here.target_rule = line.rule
left join headline as earlier
    on earlier.measure = $measure and here.last_year_starts = earlier.starts
where here.measure = $measure and ($until is null or here.ends <= $until)
order by here.starts
