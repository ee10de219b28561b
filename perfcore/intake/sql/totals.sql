select
    count(*), coalesce(sum(read), 0)::bigint, coalesce(sum(accepted), 0)::bigint, coalesce(sum(rejected), 0)::bigint,
    count(*) filter (where problem <> '')
from source_file
