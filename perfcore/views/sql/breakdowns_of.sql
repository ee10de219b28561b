select breakdown as id, count(distinct member)::integer as members
from latest
where measure = $measure and breakdown <> ''
group by breakdown
order by breakdown
