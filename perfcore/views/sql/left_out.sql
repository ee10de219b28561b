select count(*) > 0 as left_out from forecast_verdict where refusal = 'left_out'
