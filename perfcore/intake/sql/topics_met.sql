select distinct i.measure, i.breakdown
from incoming i
anti join topic t on t.measure = i.measure and t.breakdown = i.breakdown
where i.fault is null
order by all
