-- what a list of actions says of their measures
select
    measure,
    name,
    directorate,
    portfolio
from latest_headline
order by position
