select exists (
    from target_rule where target_rule.measure = $measure and coalesce(aim, aim_low) is not null
) as has_target
