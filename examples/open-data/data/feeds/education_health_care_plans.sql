-- Dorset's own figures on education, health and care plans (SEN2), with numerators and denominators,
-- in total and by age, sex and ethnic group (published from 2023).
--
-- Left out, each by a condition below: every area but Dorset, and the breakdowns of annual reviews by
-- placement and by years in place. A numerator or denominator published as "x" is not available, and
-- the published percentage stands alone; where the denominator is 0 the percentage does not apply.
with timeliness as (
    select
        'plans-in-20-weeks' as measure,
        time_period,
        breakdown_topic,
        breakdown,
        pc_plans_issued_within_20_weeks as published,
        plans_issued_within_20_weeks as numerator,
        plans_issued_den as denominator
    from read_csv('raw/send_ehcp/timeliness_20_week.csv', all_varchar = true)
    where new_la_code = 'E06000059'
),

requests as (
    select *
    from read_csv('raw/send_ehcp/requests.csv', all_varchar = true)
    where new_la_code = 'E06000059'
),

assessments as (
    select
        *,
        -- Until 2021 the total is not published: it is what was issued and what was not.
        coalesce(
            try_cast(assess_in_year as integer),
            try_cast(assess_issued as integer) + try_cast(assess_not_issued as integer)
        ) as assessed
    from read_csv('raw/send_ehcp/assessments.csv', all_varchar = true)
    where new_la_code = 'E06000059'
),

reviews as (
    select *
    from read_csv('raw/send_ehcp/annual_reviews.csv', all_varchar = true)
    where
        new_la_code = 'E06000059'
        and breakdown_topic not in ('Type of placement', 'Years EHC plan in place')
),

published as (
    select * from timeliness
    union all
    select
        'requests-received', time_period, breakdown_topic, breakdown,
        requests_received_in_year, null, null
    from requests
    union all
    select
        'requests-refused', time_period, breakdown_topic, breakdown,
        request_not_assess_pc, requests_decided_not_to_assess, requests_received_in_year
    from requests
    union all
    select
        'requests-decided-in-six-weeks', time_period, breakdown_topic, breakdown,
        request_outcome_six_weeks_pc, request_outcome_six_weeks,
        coalesce(
            cast(
                try_cast(request_outcome_six_weeks as integer)
                + try_cast(request_outcome_over_6_weeks as integer) as varchar
            ),
            'x'
        )
    from requests
    union all
    select
        'assessments-leading-to-a-plan', time_period, breakdown_topic, breakdown,
        assess_issued_pc, assess_issued, coalesce(cast(assessed as varchar), 'x')
    from assessments
    union all
    select
        'plans-maintained', time_period, breakdown_topic, breakdown, total_ehc_plans, null, null
    from reviews
    union all
    select
        'reviews-decided-in-four-weeks', time_period, breakdown_topic, breakdown,
        pc_decsion_4weeks, number_decsion_4weeks,
        coalesce(
            cast(
                try_cast(number_decsion_4weeks as integer)
                + try_cast(number_decision_gt_4weeks as integer) as varchar
            ),
            'x'
        )
    from reviews
),

named as (
    select
        *,
        case
            when breakdown_topic = 'Child or young persons age' then 'age'
            when breakdown_topic = 'Sex' then 'sex'
            when breakdown_topic = 'Ethnicity' then 'ethnicity'
            when breakdown_topic like 'All %' then ''
            else breakdown_topic
        end as topic,
        try_cast(numerator as integer) is not null
        and coalesce(try_cast(denominator as integer), 0) > 0 as has_ratio
    from published
)

select
    measure,
    time_period as period,
    case
        when denominator = '0' then 'z'
        when has_ratio and published = 'x' then null
        else published
    end as value,
    case when has_ratio then numerator end as numerator,
    case when has_ratio then denominator end as denominator,
    topic as breakdown,
    -- One collection writes "age 12", the others "Aged 12".
    case topic when '' then '' else regexp_replace(breakdown, '^age ', 'Aged ') end as member,
    case
        when has_ratio and published = 'x' then 'Percentage recomputed: not published for this year'
    end as note
from named
