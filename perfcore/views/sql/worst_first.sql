-- method 5, the order of measures off target
case when times_missed <= 2 then 3 when times_missed <= 5 then 2 else 1 end,
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
