-- Dorset's own figures from Explore Local Statistics, with confidence limits in the note.
--
-- Left out, each by a condition below: indicators that lookups/ons.csv does not name, and every area
-- but the unitary council's present code (E10000009 is the county council before 2019, another area).
-- A blank observation takes its status (c, x, z, u) as the marker.
with published as (
    select
        indicator,
        period as published_period,
        cast(left(period, 4) as integer) as first_year,
        coalesce(nullif(trim(observation), ''), status) as published,
        lci_95,
        uci_95
    from read_csv('raw/ons_els/[a-z]*.csv', all_varchar = true)
    where areacd = 'E06000059'
),

wanted as (
    select lookup.measure, lookup.periods_are, published.*
    from published
    inner join read_csv('lookups/ons.csv', all_varchar = true) as lookup using (indicator)
),

-- An interval that begins with the measure's own year goes to the intake as it is published.
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
    period,
    published as value,
    concat_ws(
        '; ',
        case
            when periods_are = 'last_of_three'
                then concat('Three years pooled, ', first_year, ' to ', period)
        end,
        case
            when lci_95 is not null and uci_95 is not null
                then concat('95% confidence ', lci_95, ' to ', uci_95)
        end
    ) as note
from dated
