-- method 9, the order of measures off target
case when times_missed <= 2 then 3 when times_missed <= 5 then 2 else 1 end,
case
    when variation in ('improvement_high', 'improvement_low') then 5
    when variation in ('concern_high', 'concern_low') then 1
    when assurance = 'fail' then 2
    when variation = '' then 3
    else 4
end,
since_periods * case frequency
    when 'day' then 1
    when 'week' then 7
    when 'month' then 30
    when 'quarter' then 90
    else 360
end desc nulls last,
level = 'strategic' desc,
direction = 'worsening' desc,
times_missed desc nulls first,
position
