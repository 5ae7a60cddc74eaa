"""The place that a document governs, by the names of its issuers and its title. Works on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph_loader.extract.fold import HAN

_NAME = rf"(?:(?![省县区旗])[{HAN}])"
_PLACE = re.compile(
    rf"(?:(?P<province>{_NAME}{{2,7}}?(?:省|自治区))|新疆生产建设兵团)?(?P<city>{_NAME}{{2,11}}?(?:市|自治州|州|地区|盟))?"
    rf"(?P<county>{_NAME}{{1,14}}?(?:[县旗市](?=[县区市]))?(?:自治县|自治旗|县(?![区市])|旗(?![县区])|区|市(?!区)))?"
)
_NO_COUNTY = re.compile(
    r"(?:社|校|景|小|辖|库|灾|牧|专|片|(?<!上)街|开发|高新|经开|示范|度假|保护|主城|老城|中心城|新城|(?<!\A[新北南西东沙])市|功能|合作|试验|实验|管理|老|贫困地|农牧|地|自贸|综保|保税)区\Z|"
    r"(?:产业|工业|科技|农业|物流|创业|创新|软件|校|陵|公)园区\Z|(?:\A|老|煤|采|金属)矿区\Z|\A[近远城]?郊区\Z|(?:\A|国有|重点|天然|人工|用材|农)林区\Z|(?:\A|产粮)农区\Z|"
    r"(?:\A[深高半大浅老石]?|贫困|边远|偏远|偏僻|革命|民族|高寒|石漠化|秦巴|太行|沂蒙|大别|武陵|六盘|乌蒙)山区\Z|"
    r"城市\Z|^城区|^市(?![中南北]区)|上市\Z|都市\Z|门市\Z|超市\Z|^[县区]"
)
_NATIONAL = re.compile(r"国务院|中共中央|中央|全国|国家|最高人民|(?:部|总局|署|人民银行|证监会|国资委|发展改革委)\Z")
_NO_PLACE = re.compile(
    r"各|在|对|就|以|为|围绕|聚焦|全(?![州椒南])|全州市|本(?!溪)|市(?![中南北]区)|县|区|省|州|关于|印发|推进|加快|加强|深化|促进|进一步|支持|我"
)
_BEFORE = re.compile(r".{0,60}?关于(?:印发|转发|下发|发布|公布|修订)?[《]?")


def jurisdiction(issuers: Iterable[str], titles: Iterable[str]) -> str:
    """The name of the place: "张掖市", "甘州区", "广东省", "国家" for bodies of the centre; "" when nothing tells."""
    for issuer in issuers:
        found = _place(re.sub(r"^(?:中共|中国共产党)", "", issuer))
        if found:
            return found
        if _NATIONAL.search(issuer[:24]) and not re.match("[省市县区州]", issuer):
            return "国家"
    for title in titles:
        found = _place(title) or _place(_BEFORE.sub("", title, count=1))
        if found:
            return found
        if re.match("国务院|中共中央|国家|全国", title):
            return "国家"
    return ""


def _place(words: str) -> str:
    match = _PLACE.match(words)
    if not match or _NO_PLACE.match(words):
        return ""
    county = match["county"] or ""
    if _NO_COUNTY.search(county):
        county = ""
    return county or match["city"] or match["province"] or ""
