select
    date_trunc('month', latest.next_due)::date as month,
    count(*)::integer as returns
from {standing} as standing
inner join latest on standing.measure = latest.measure and latest.breakdown = ''
where
    standing.level in ('strategic', 'service')
    and standing.covid_section = ''
    and latest.next_due is not null
group by month
order by month
