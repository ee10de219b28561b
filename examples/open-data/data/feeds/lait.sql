-- Dorset's own figures from the Local Authority Interactive Tool.
--
-- Left out here, each by a condition below: measures that lookups/lait.csv does not name, and every
-- area but Dorset. "Dorset (Pre LG)", the county council before 2019 without its later boundaries,
-- is another area: lait_benchmarks.sql reads it. Nothing else is left out: a "-" becomes a marker,
-- and a row whose year is "0" is rejected by the intake with its reason.
with published as (
    select
        "Short Desc" as short_desc,
        trim("Years") as years,
        "Values" as published
    from read_csv('raw/lait/lait_dorset_neighbours_all_measures.csv', all_varchar = true)
    where "LA and Regions" = 'Dorset'
),

wanted as (
    select lookup.*, published.* exclude (short_desc)
    from published
    inner join read_csv('lookups/lait.csv', all_varchar = true) as lookup using (short_desc)
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

select
    measure,
    coalesce(breakdown, '') as breakdown,
    coalesce(member, '') as member,
    period,
    published as value,
    case when years_are = 'pooled' then concat('Three years pooled, ', years) end as note
from dated
