-- Other areas' totals on education, health and care plans (SEN2): the ten statistical neighbours, the
-- South West and England.
--
-- Left out, each by a condition below: breakdowns other than the total, and areas that
-- lookups/areas.csv does not name. Where a percentage is not published it is recomputed from the
-- published numerator and denominator.
with totals as (
    select
        'plans-in-20-weeks' as measure, time_period, geographic_level,
        new_la_code, region_code, country_code,
        pc_plans_issued_within_20_weeks as published,
        plans_issued_within_20_weeks as numerator,
        plans_issued_den as denominator
    from read_csv('raw/send_ehcp/timeliness_20_week.csv', all_varchar = true)
    where breakdown_topic = 'All EHC plans issued'
    union all
    select
        'requests-refused', time_period, geographic_level, new_la_code, region_code, country_code,
        request_not_assess_pc, requests_decided_not_to_assess, requests_received_in_year
    from read_csv('raw/send_ehcp/requests.csv', all_varchar = true)
    where breakdown_topic = 'All requests for EHC needs assessments'
    union all
    select
        'requests-decided-in-six-weeks', time_period, geographic_level,
        new_la_code, region_code, country_code, request_outcome_six_weeks_pc, null, null
    from read_csv('raw/send_ehcp/requests.csv', all_varchar = true)
    where breakdown_topic = 'All requests for EHC needs assessments'
    union all
    select
        'assessments-leading-to-a-plan', time_period, geographic_level,
        new_la_code, region_code, country_code, assess_issued_pc, assess_issued,
        coalesce(
            try_cast(assess_in_year as integer),
            try_cast(assess_issued as integer) + try_cast(assess_not_issued as integer)
        )
    from read_csv('raw/send_ehcp/assessments.csv', all_varchar = true)
    where breakdown_topic = 'All EHC needs assessments'
    union all
    select
        'reviews-decided-in-four-weeks', time_period, geographic_level,
        new_la_code, region_code, country_code, pc_decsion_4weeks, null, null
    from read_csv('raw/send_ehcp/annual_reviews.csv', all_varchar = true)
    where breakdown_topic = 'All annual reviews'
),

located as (
    select
        *,
        case geographic_level
            when 'National' then country_code
            when 'Regional' then region_code
            else new_la_code
        end as ons_code
    from totals
),

recalculated as (
    select
        *,
        round(
            100 * try_cast(numerator as decimal(18, 0))
            / nullif(try_cast(denominator as integer), 0),
            1
        ) as recomputed
    from located
)

select
    located.measure,
    areas.area_code,
    areas.area_name,
    located.time_period as period,
    case
        when located.published <> 'x' or recomputed is null then located.published
        else cast(recomputed as varchar)
    end as value
from recalculated as located
inner join read_csv('lookups/areas.csv', all_varchar = true) as areas using (ons_code)
where areas.area_name <> 'Dorset'
