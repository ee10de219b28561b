select *
from standing
where
    ($directorate = '' or directorate = $directorate)
    and ($portfolio = '' or portfolio = $portfolio)
