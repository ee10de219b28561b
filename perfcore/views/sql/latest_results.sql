select
    measure,
    period,
    starts,
    ends,
    value,
    target,
    status,
    direction,
    arrow,
    reason,
    reported_on,
    marker,
    qualifier,
    parts,
    since_periods,
    previous_status,
    previous_value,
    late_period,
    late_days,
    next_due
from latest
where breakdown = ''
