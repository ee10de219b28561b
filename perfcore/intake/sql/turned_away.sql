insert into rejected
select $file, $sheet, i."row", f.reason, i.raw
from fault f
inner join incoming i using (line)
where f.origin = $origin
order by f.line
