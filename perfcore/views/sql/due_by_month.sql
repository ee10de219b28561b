select
    date_trunc('month', next_due)::date as month,
    count(*)::integer as returns
from {standing}
where
    level in ('strategic', 'service')
    and covid_section = ''
    and next_due is not null
group by month
order by month
