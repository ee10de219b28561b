select
    compared_area.area_code as code,
    compared_area.area_name as name,
    area_figure.value,
    coalesce(area_figure.marker, 'not_supplied') as marker,
    coalesce(area_figure.qualifier, '') as qualifier
from compared_area
left join area_figure
    on area_figure.area_code = compared_area.area_code
    and area_figure.position = $position and area_figure.starts = $starts
where compared_area.position = $position and compared_area.comparator = $comparator
