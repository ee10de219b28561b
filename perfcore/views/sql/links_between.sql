select
    driver.measure,
    driver.driver,
    driver.kind,
    coalesce(driver.expected, '') as expected,
    coalesce(driver.lag, 0) as lag,
    above.level as level_above,
    below.level as level_below,
    influence.rho,
    coalesce(influence.n, 0) as n,
    coalesce(influence.refusal::varchar, '') as refusal
from driver
inner join measure as above on driver.measure = above.measure
inner join measure as below on driver.driver = below.measure
left join influence on influence.measure = driver.measure and influence.driver = driver.driver
where $measure is null or driver.measure = $measure or driver.driver = $measure
order by driver.measure, driver.position
