"""The place that a document governs, by the names of its issuers and its title. Works on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph_loader.extract.fold import HAN

_NAME = rf"(?:(?![省县区旗])[{HAN}])"
_PLACE = re.compile(
    rf"(?:(?P<province>{_NAME}{{2,7}}?(?:省|自治区))|新疆生产建设兵团)?(?P<city>{_NAME}{{2,11}}?(?:市|自治州|州|地区|盟))?"
    rf"(?P<county>{_NAME}{{1,14}}?(?:自治县|自治旗|县|旗|区|市))?"
)
_NO_COUNTY = re.compile(
    r"(?:社|校|园|景|小|辖|库|灾|山|牧|林|专|片|街|开发|高新|经开|示范|度假|保护|主城|老城|中心城|新城|市|郊|功能|合作|试验|实验|管理|矿|老|贫困地|农|地|自贸|综保|保税)区\Z|"
    r"城市\Z|^城区|^市|上市\Z|都市\Z|门市\Z|超市\Z|^[县区]"
)
_NATIONAL = re.compile(r"国务院|中共中央|中央|全国|国家|最高人民|(?:部|总局|署|人民银行|证监会|国资委|发展改革委)\Z")
_NO_PLACE = re.compile(r"各|全|本|市|县|区|省|州|关于|印发|推进|加快|加强|深化|促进|进一步|支持|我")
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
