-- Other areas' figures from Explore Local Statistics: the ten statistical neighbours, the South West,
-- England, and the county council of Dorset before 2019 (E10000009), which stays an area of its own.
--
-- Left out, each by a condition below: indicators that lookups/ons.csv does not name, areas that
-- lookups/areas.csv does not name, and Dorset's own figures save those with confidence limits, by which
-- they are compared. Somerset and North Yorkshire took new codes in
-- 2023 with the same boundaries: a period published under both codes is read once, from the new one.
with published as (
    select
        areacd as ons_code,
        indicator,
        period as published_period,
        cast(left(period, 4) as integer) as first_year,
        coalesce(nullif(trim(observation), ''), status) as published,
        lci_95,
        uci_95
    from read_csv('raw/ons_els/[a-z]*.csv', all_varchar = true)
),

wanted as (
    select lookup.measure, lookup.periods_are, areas.area_code, areas.area_name, published.*
    from published
    inner join read_csv('lookups/areas.csv', all_varchar = true) as areas using (ons_code)
    inner join read_csv('lookups/ons.csv', all_varchar = true) as lookup using (indicator)
    where areas.area_name <> 'Dorset' or (published.lci_95 is not null and published.uci_95 is not null)
    qualify row_number() over (
        partition by lookup.measure, areas.area_code, published.published_period
        order by areas.area_code = published.ons_code desc
    ) = 1
),

dated as (
    select
        *,
        case periods_are
            when 'academic'
                then concat(first_year, '/', right(cast(first_year + 1 as varchar), 2))
            when 'year_it_ends' then cast(first_year + 1 as varchar)
            when 'year_it_starts' then cast(first_year as varchar)
            when 'year_of_date' then cast(first_year as varchar)
            when 'last_of_three' then cast(first_year + 2 as varchar)
            else published_period
        end as period
    from wanted
)

select
    measure,
    area_code,
    area_name,
    period,
    published as value,
    lci_95 as lower,
    uci_95 as upper
from dated
