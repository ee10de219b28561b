select *
from latest_headline
where
    ($directorate = '' or directorate = $directorate)
    and ($portfolio = '' or portfolio = $portfolio)
