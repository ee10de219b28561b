-- Other areas' figures from the Local Authority Interactive Tool: the ten statistical neighbours, the
-- South West, England, and "Dorset (Pre LG)", the county council before 2019.
--
-- Left out, each by a condition below: measures and breakdowns that lookups/lait.csv does not name as
-- a headline, areas that lookups/areas.csv does not name (Wiltshire, Cornwall, Bournemouth,
-- Christchurch and Poole), and Dorset itself.
with published as (
    select
        "Short Desc" as short_desc,
        cast(cast("LA Number" as double) as integer) as la_number,
        trim("Years") as years,
        "Values" as published
    from read_csv('raw/lait/lait_dorset_neighbours_all_measures.csv', all_varchar = true)
),

areas as (
    select area_code, area_name, cast(la_number as integer) as la_number
    from read_csv('lookups/areas.csv', all_varchar = true)
    where la_number is not null and area_name <> 'Dorset'
),

wanted as (
    select lookup.measure, lookup.years_are, areas.area_code, areas.area_name, published.*
    from published
    inner join areas using (la_number)
    inner join read_csv('lookups/lait.csv', all_varchar = true) as lookup using (short_desc)
    where lookup.breakdown is null
),

-- A bare year names the financial or academic year that ends in it: "2025 (Rev)" is 2024/25, revised.
dated as (
    select
        *,
        case
            when years_are = 'ending' and regexp_matches(years, '^\d{4}( |$)')
                then concat(cast(left(years, 4) as integer) - 1, '/', substr(years, 3))
            when years_are = 'pooled' and regexp_matches(years, '^\d{4}-\d{2}$')
                then concat(left(years, 2), right(years, 2))
            when years_are = 'pooled' and regexp_matches(years, '^\d{4}/\d{2}-\d{2}/\d{2}$')
                then concat(left(years, 2), right(years, 5))
            else years
        end as period
    from wanted
)

select measure, area_code, area_name, period, published as value
from dated
