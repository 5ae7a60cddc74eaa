"""Names of groups of units: 各县区政府, 市直各部门, 各有关部门, 各成员单位."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_loader.model import GroupKind
from graph_loader.units.names import PLACE
from graph_loader.units.places import MARKERS, Place

_QUANTIFIER = (
    r"(?P<all>全[省市州盟县区旗])?(?P<each>各有关|各相关|有关各|各级|各|所有|有关|相关|涉及|部分|重点)?"
    r"(?P<own>所辖|所属|下辖|属地)?"
)
_TARGET = (
    r"(?P<target>省级|地级以上市|地级市|设区的?市|省、自治区、直辖市|省\(区、市\)|省\(自治区、直辖市\)|省区市|"
    r"[市州盟县区旗省](?:[、市州盟县区旗]|、自治[州县旗]|[(\[](?:自治[州县旗]|新区|[市州盟县区旗、])+[)\]])*|"
    r"乡镇[、(]街道\)?|乡镇街道|镇[、(]街道\)?|乡\(镇\)、?街道|乡、镇(?:、街道|\(街道\))|街道[、(]乡?镇\)?|镇街道?|街镇|乡、镇|乡\(镇\)|乡镇|镇乡|街道|镇|乡|村\(社区\)|村、社区|社区、村|村居|村|社区)"
)
_PLACES = re.compile(rf"{_QUANTIFIER}{_TARGET}(?P<tail>.*)")
_OWN = re.compile(
    rf"各?(?P<marker>{'|'.join(MARKERS)})?(?:(?P<branch>[委府]|政府|人民政府)|级|直属?|属|级?国家)?(?P<rest>.+)"
)
_DEPARTMENTS = re.compile(
    r"(?:各|级|直|所属|其他)*(?:国家机关及|党政|政府|职能|行政|工作)*"
    r"(?:部门|单位|机关|委办局|部门和单位|部门、单位|部门单位|直属机构|部门、各单位|部门、各直属机构|部门、各直属单位|部门及单位|部门\(单位\)|部门及直属单位)"
)
_OPEN = re.compile(
    r"(?:各|有关|相关|其他|其它|各级|各类|所有|属地|市内|区内|县内|省内|全市各|全省各|全县各|全区各|驻.{1,4}各?)+"
    r"(?:部门|单位|机关|方面|地方|地区|地|行业|主管|职能|党政|成员|责任|牵头|配合|参与|.{2,12}?)(?:部门|单位|机构|企业|组织|机关|公司|银行|团体|学校|高校|院校|院所|管委会|党派|协会|学会|商会|"
    r"开发区|园区|功能区|医院|运营商|办事处|集团|平台|方面|地方|地区|委员会|小组|专班|工作组|政府|党委|街道|社区|村|.{0,3}局|.{0,3}办|县区|区县|区|县|市|地)?"
)
_PLURAL = re.compile(
    r"(?:(?:行业|业务|项目|职能|政府|相应|牵头|责任|成员|主管|参建|建设|监管|执法|审批|领导小组(?:办公室)?)*(?:主管|成员|责任|牵头|职能|配合|参与|监管|执法)(?:部门|单位)|"
    r"(?:开发|功能|产业|工业|高新|经开|特色)?(?:园|开发园|开发|功能)区(?:管委会|管理委员会|管理机构)?|属地(?:政府|管理部门)?|.{2,14}(?:各)?成员单位|"
    r"地方各级.{2,8}|各级地方.{2,8}|[省市州盟县区旗](?:级|属|直|管)(?:国有)?(?:重点)?(?:企业|国企|高校|院校|医院|学校|媒体|行业主管部门|职能部门))"
)
_SAID_OTHERWISE = re.compile(r"省直管(?=县)|省辖(?=市)|(?<=[市州盟])和(?=县)|(?<=[县区])级(?=人民政府|政府)")
"""Words that change no level: 各省辖市、省直管县(市)政府, 各市和县(市、区)政府, 各市、县级人民政府."""
_SELECTIVE = ("有关", "相关", "涉及", "部分", "重点", "属地")
_GOVERNMENT = {
    "人民政府": "政府",
    "政府": "政府",
    "行政公署、市人民政府": "政府",
    "人民政府(行署)": "政府",
    "人民政府、行署": "政府",
    **dict.fromkeys(
        ("党委政府", "党委和政府", "党委、政府", "党委和人民政府", "党委、人民政府", "委、政府", "委和政府"), "党委政府"
    ),
}
_PARTY_TOO = {"党委政府": ("委", "政府")}
_CORPS = re.compile("(?:和|、|及|以及)新疆生产建设兵团")
_WORDS = {"provincial": "省级", "prefecture": "市州", "county": "县区"}


@dataclass(frozen=True, slots=True)
class Group:
    """A group as named in a paper of a place. name: normal name. kind: as in the model. levels: of the places whose bodies are
    its members (kind "listed"); keys: the members' families as keys with {p}."""

    name: str
    kind: GroupKind
    levels: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


def read_group(text: str, home: Place | None) -> Group | None:
    """The group that a folded name stands for in a paper of `home`; None when it names a single body."""
    return _places(text, home) or _departments(text, home) or _open(text)


def _places(text: str, home: Place | None) -> Group | None:
    match = _PLACES.fullmatch(
        _SAID_OTHERWISE.sub(lambda found: "、" if found[0] == "和" else "", text.removeprefix("和"))
    )
    if not match:
        return None
    target, tail = match["target"], _CORPS.sub("", match["tail"])
    quantified = bool(match["each"] or match["all"] or match["own"])
    if not quantified and (len(target) < 2 or target in MARKERS or tail not in _GOVERNMENT):
        return None
    if re.match("[级直府属]|委.*(?:部|办|局|单位)", tail):
        return None
    if re.match(r"(?:各|有关|相关)?(?:部门|单位)", tail) or (len(target) == 1 and target in "省" and not tail):
        return None
    levels = _levels(target, home)
    selective = any(word in text for word in _SELECTIVE)
    ending = _GOVERNMENT.get(tail, tail) or ("政府" if levels else "")
    words = "".join(_WORDS[level] for level in levels) or _townships(target)
    name = ("有关" if selective else "各") + words + ending + "和兵团" * (tail != match["tail"])
    known = levels and home is not None and home.listed and not selective
    return Group(
        name, "listed" if known else "open", levels, tuple(PLACE + part for part in _PARTY_TOO.get(ending, (ending,)))
    )


def _levels(target: str, home: Place | None) -> tuple[str, ...]:
    if target[0] in "乡镇街村社":
        return ()
    if "省" in target:
        return ("provincial",)
    if home is not None and home.level == "prefecture":
        return ("county",)
    if home is not None and home.municipality:
        return ("county",)
    found = []
    if target[0] in "市州盟地设" and not re.fullmatch(r"市辖?区", target):
        found.append("prefecture")
    if re.search("[县区旗]", target.replace("设区", "").replace("地区", "")):
        found.append("county")
    return tuple(found)


def _townships(target: str) -> str:
    """Townships and villages are in no table: 乡镇, 街道, 村社区 as written."""
    return "".join(
        word for word, sign in (("乡镇", "[乡镇]"), ("街道", "街"), ("村社区", "[村社]")) if re.search(sign, target)
    )


def _departments(text: str, home: Place | None) -> Group | None:
    match = _OWN.fullmatch(text.removeprefix("国务院") if text.startswith("国务院") else text)
    if not match or not _DEPARTMENTS.fullmatch(match["rest"]):
        return None
    explicit = match["marker"] or text.startswith(("各", "国务院"))
    if not explicit or match["rest"].startswith(("其他", "所属")):
        return None
    marker = match["marker"] or (home.marker if home else "")
    branch = {"委": "委", "府": "政府", "政府": "政府", "人民政府": "政府"}.get(
        match["branch"] or "", "直" if marker else ""
    )
    word = "单位" if "单位" in match["rest"] and "部门" not in match["rest"] else "部门"
    return Group(f"{marker}{branch}各{word}", "departments")


def _open(text: str) -> Group | None:
    bare = re.sub(rf"^(?:国务院|中央|(?:{'|'.join(MARKERS)})(?:直|级|属|委|政府)?)(?=各|有关|相关|其他)", "", text)
    if not (_OPEN.fullmatch(bare) or _PLURAL.fullmatch(bare)):
        return None
    word = re.sub("^(?:各|有关|相关|其他|其它)+", "", bare)
    selective = bare[: len(bare) - len(word)].strip("各")
    return Group(("有关" if selective else "各") + (word or bare), "open")
