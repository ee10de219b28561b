-- the forum that hears of exceptions whose explanation is overdue
select forum
from unexplained
where forum <> ''
