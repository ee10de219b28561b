select
    measure,
    driver,
    kind,
    expected,
    lag,
    level_above,
    level_below,
    rho,
    n,
    refusal
from link
where $measure is null or measure = $measure or driver = $measure
order by measure, position
