"""Which wards are there, in which locality, how large, and where on the hex map?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LOCALITIES: Final = (
    "Weymouth and Portland", "Dorchester", "Bridport and West", "North Dorset", "Purbeck",
    "East Dorset",
)  # fmt: skip

_FIRST_CODE: Final = 12682
_WARDS: Final = """
Beacon|1|North Dorset|5|6
Beaminster|1|Bridport and West|0|5
Blackmore Vale|1|North Dorset|3|6
Blandford|2|North Dorset|4|5
Bridport|3|Bridport and West|0|3
Chalk Valleys|1|Dorchester|2|5
Charminster St Mary's|1|Dorchester|2|4
Chesil Bank|1|Bridport and West|0|2
Chickerell|2|Weymouth and Portland|1|2
Colehill and Wimborne Minster East|2|East Dorset|7|4
Corfe Mullen|2|East Dorset|6|4
Cranborne and Alderholt|1|East Dorset|8|6
Cranborne Chase|1|North Dorset|7|6
Crossways|1|Dorchester|4|3
Dorchester East|2|Dorchester|2|3
Dorchester Poundbury|1|Dorchester|1|4
Dorchester West|2|Dorchester|1|3
Eggardon|1|Bridport and West|0|4
Ferndown North|2|East Dorset|8|4
Ferndown South|2|East Dorset|9|4
Gillingham|3|North Dorset|5|7
Hill Forts and Upper Tarrants|1|North Dorset|6|6
Littlemoor and Preston|2|Weymouth and Portland|3|2
Lyme and Charmouth|1|Bridport and West|-1|3
Lytchett Matravers and Upton|3|Purbeck|5|4
Marshwood Vale|1|Bridport and West|-1|4
Melcombe Regis|1|Weymouth and Portland|3|1
Portland|3|Weymouth and Portland|2|-1
Puddletown and Lower Winterborne|1|Dorchester|3|4
Radipole|2|Weymouth and Portland|2|1
Rodwell and Wyke|3|Weymouth and Portland|2|0
St Leonards and St Ives|2|East Dorset|8|5
Shaftesbury Town|2|North Dorset|6|7
Sherborne East|1|North Dorset|3|7
Sherborne Rural|1|North Dorset|2|6
Sherborne West|1|North Dorset|2|7
South East Purbeck|1|Purbeck|6|3
Stalbridge and Marnhull|1|North Dorset|4|7
Stour and Allen Vale|1|East Dorset|5|5
Sturminster Newton|1|North Dorset|4|6
Swanage|2|Purbeck|6|2
Upwey and Broadwey|1|Weymouth and Portland|2|2
Verwood|3|East Dorset|9|6
Wareham|2|Purbeck|5|3
West Moors and Three Legged Cross|2|East Dorset|7|5
West Parley|1|East Dorset|8|3
West Purbeck|2|Purbeck|4|4
Westham|2|Weymouth and Portland|1|1
Wimborne Minster|2|East Dorset|6|5
Winterborne and Broadmayne|1|Dorchester|3|3
Winterborne North|1|North Dorset|3|5
Yetminster|1|Bridport and West|1|5
"""

Ward = tuple[str, str, int, str, int, int]


def wards() -> tuple[Ward, ...]:
    """Code, name, seats, locality and hex column and row of each of the 52 wards, by name.

    The codes of 2019 run in the order of the names; the localities and the layout of the hexes
    are illustrative.
    """
    found = []
    for number, line in enumerate(_WARDS.strip().splitlines()):
        name, seats, locality, column, row = line.split("|")
        code = f"E050{_FIRST_CODE + number}"
        found.append((code, name, int(seats), locality, int(column), int(row)))
    return tuple(found)


def ward_weights() -> dict[str, float]:
    """Each ward's illustrative share of the population, from its seats on the council."""
    return {ward[1]: ward[2] * (1 + _lean(ward[0])) for ward in wards()}


def locality_of() -> dict[str, str]:
    """The locality of each ward."""
    return {ward[1]: ward[3] for ward in wards()}


def hexjson() -> Mapping[str, object]:
    """The wards as HexJSON, our own layout: odd-r rows, growing northwards."""
    hexes = {
        code: {"n": name, "q": column, "r": row, "locality": locality}
        for code, name, _, locality, column, row in wards()
    }
    return {"layout": "odd-r", "hexes": hexes}


def _lean(code: str) -> float:
    return (int(code[-3:]) * 37 % 19 - 9) / 100
