select * exclude (portfolio, searched)
from latest_headline
where
    ($directorate = '' or directorate = $directorate)
    and ($portfolio = '' or portfolio = $portfolio)
