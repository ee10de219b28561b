select
    compared_with.position,
    compared_with.comparator,
    compared_with.name,
    compared_with.kind,
    compared_with.since,
    compared_with.members,
    build.organisation
from compared_with
cross join build
where compared_with.measure = $measure
order by compared_with.place
