select distinct i.breakdown, i.member
from incoming i
where i.fault is null
