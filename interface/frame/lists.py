"""What there is to choose from in the loaded graph: units, measures and documents with their names, and the link to each."""

from __future__ import annotations

from interface.frame import links
from queries.directory import Directory

UNIT, MEASURE, DOCUMENT = "●", "■", "□"
"""Text glyphs of the kinds of thing, in options and titles."""


UNIT_KIND_ZH = {
    "government": "政府部门",
    "party": "党委部门",
    "vertical": "垂直管理单位",
    "institution": "事业单位",
    "organisation": "群团组织",
    "enterprise": "企业",
    "congress": "人大",
    "consultative": "政协",
    "supervision": "监察机关",
    "court": "法院",
    "procuratorate": "检察院",
    "democratic_party": "民主党派",
    "military": "军队",
    "group": "集合单位",
}
"""Words for the kinds of data/unit_names.csv."""


def documents(known: Directory) -> dict[str, str]:
    """Title of each loaded document by its id."""
    return {document.id: document.title for document in known.loaded}


def units(known: Directory) -> dict[str, str]:
    """A line such as "● 市司法局" for each unit by its id, with the place where several are loaded."""
    several = len(known.places) > 1
    return {
        unit.id: f"{UNIT} {unit.name}" + (f" {unit.jurisdiction}" if several and unit.jurisdiction else "")
        for unit in known.units.values()
    }


def measures(known: Directory) -> dict[str, str]:
    """A line such as "■ (四)依法履行法定职责" for each measure by its id, with the document where several are loaded."""
    titles = documents(known)
    several = len(titles) > 1
    return {
        measure.id: f"{MEASURE} {measure.number}{measure.title}"
        + (f" 《{titles.get(measure.document_id, '')}》" if several else "")
        for measure in known.measures.values()
    }


def findable(known: Directory) -> dict[str, str]:
    """What the search box offers: units, then measures."""
    return units(known) | measures(known)


def link_of(known: Directory, key: str) -> links.Link | None:
    """The page of a unit, measure or document; None for an id that the graph lacks."""
    if key in known.units:
        return links.to("unit", id=key)
    if key in known.measures:
        return links.to("measure", id=key)
    return links.to("documents", id=key) if key in known.documents else None
