select
    driver.measure,
    driver.driver,
    driver.kind,
    coalesce(driver.expected, '') as expected,
    coalesce(driver.lag, 0) as lag
from driver
order by driver.measure, driver.position
