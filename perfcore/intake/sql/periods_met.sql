select distinct t.frequency, i.period
from incoming i
inner join topic t on t.measure = i.measure and t.breakdown = i.breakdown
anti join period_text p on p.frequency = t.frequency and p.text = i.period
where i.fault is null and t.fault is null
order by all
