"""The words that plans use for who does it: labels, verbs, endings of unit names. All patterns are for folded text.

Source of the vocabulary: census of 50 plans, rows 1-14, and the usual titles of Chinese public bodies.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from graph_loader.extract.fold import HAN
from graph_loader.model import Role

Field = Literal["lead", "responsible", "supporting", "person", "time", "other"]
"""What a label announces: units in a role, people, a time limit, or something else that belongs to neither."""

ROLE_NAMES: dict[Role, str] = {"lead": "牵头单位", "responsible": "责任单位", "supporting": "配合单位"}
_ROLE_WORD = (
    "牵头|主责|主办|主要|主体|主抓|第一|首要|责任|负责|承办|承担|分办|联办|落实|实施|执行|配合|协办|协助|协同|协作|参与|参加|参建|支持|支撑|主管|"
    "督导|督办|督查|监督|指导|共同|相关|有关|其他|其它|具体|完成|组织|推进|联合|会办|会同|分工|对口|建设|保障|包保|包抓|承接"
)
_HEAD = (
    "单位|部门|机关|科室|处室|股室|业务科室|主体|机构|地区|属地|站所|所站|镇街|街镇|乡镇|镇乡|街道|县区|区县|市县|专班|企业|公司|"
    "支部|党组织|学院|院校|学校"
)
_OF = "[国省市县区州镇乡村]级|本级|整改|整治|治理|任务|工作|项目|措施|问题|行业|办理|直接|总"
"""What a label may say first: of which level, of what."""
_ROLE_PART = rf"(?:{_ROLE_WORD}|[(](?:{_ROLE_WORD})[)])"
_JOIN = r"[、/和及与或]"
_SHORT = "牵头|主办|责任|配合|协办|承办|参与|主责|负责|协同|落实|督导"
_PAIR = r"(?:主要|具体|共同|协助|牵头|协同|配合|参与)(?:负责|牵头|落实|配合|实施|承办|协助)"
_PERSON = r"(?:[^,、;。:()\s]{0,6}(?:领导|责任人|负责人|联系人|联络员|牵头人|县长|市长|区长|书记)|分管人员|责任人员)"
_TIME = (
    r"(?:(?:完成|办结|落实|整改|推进|实施|工作|办理|达成|任务|目标|建设|要求|责任|计划|预计|拟|整治|治理|销号|建成|竣工|开工|启动|交付|验收|报送|起止){0,2})(?:时限|期限|时间节点|时间|时序|进度|节点)"
    r"(?:要求|安排|进度|节点)?"
)

LABEL = re.compile(
    rf"(?P<role>(?:{_OF})?{_ROLE_PART}(?:{_JOIN}?{_ROLE_PART}){{0,4}}(?:{_HEAD})?(?:[(](?:{_HEAD}|人)[)]|{_JOIN}(?:责任|配合)?(?:{_HEAD}))?"
    rf"(?P<people>{_JOIN}(?:责任|负责)?人?(?:领导)?)?)"
    rf"|(?P<person>{_PERSON})|(?P<time>{_TIME})"
)
"""A label, to be matched from its first character. Whether it is one is decided by what stands behind it."""

HEADED = re.compile(rf"(?:{_OF})?(?:{_ROLE_PART}{_JOIN}?){{1,4}}(?:{_HEAD})\Z")
_SHORT_LABEL = re.compile(rf"(?:{_SHORT}|{_PAIR})\Z")
_LEAD_WORD = re.compile("牵头|主责|主办|主要|主抓|第一|首要|抓总|负总责")
_SUPPORT_WORD = re.compile("配合|协办|协助|协同|协作|参与|参加|支持|支撑|会办|会同|督导|督办|督查|督促|监督|指导|保障")
_OVERSIGHT = re.compile("督导|督办|督查|督促|监督|指导")


DIVIDED = re.compile(r"(?:责任|任务|职责|工作|部门)?分工(?:情况)?|责任落实|责任主体及分工|责任划分|责任体系")
"""A label or column whose value says by verbs or labels of its own who does what: 责任分工:A牵头,B配合."""
_MAX_LABEL = 40
_CACHE = 8_192
"""Names, labels and verb phrases repeat in a paper: so many distinct ones are kept with what they were read as."""
STRONG_LABEL = re.compile(r"(?:牵头|责任|配合|主办|承办|协办|参与|主责|负责|协助|落实)(?:责任)?(?:单位|部门|科室|机关)")
LABEL_IN_BRACKETS = re.compile(rf"[(\[](?<![{HAN}]\()(?P<label>[{HAN}]{{4,8}})[)\]][ \t]*(?=[{HAN}\d])")
"""A label that stands in brackets of its own before its value: 【责任单位】市教育局."""


def label_field(label: str) -> Field | None:
    """What a label announces (a text that ended at a colon, or a table's header); None when it is no such label.

    >>> label_field("牵头责任单位"), label_field("配合部门"), label_field("完成时限"), label_field("责任领导"), label_field("备注")
    ('lead', 'supporting', 'time', 'person', None)
    """
    return _field(label) if len(label) <= _MAX_LABEL else None


@lru_cache(_CACHE)
def _field(label: str) -> Field | None:
    if ("分工" in label or "责任" in label) and DIVIDED.fullmatch(label):
        return "responsible"
    match = LABEL.fullmatch(label)
    if not match:
        return None
    if match["person"]:
        return "person"
    if match["time"]:
        return "time"
    if not (
        HEADED.match(re.sub(r"[(](?:单位|部门|人)[)]|/(?:单位|部门)\Z", "", label))
        or _SHORT_LABEL.match(label)
        or match["people"]
    ):
        return "responsible" if re.search(_HEAD, label) else None
    return role_of(label)


def unspaced(words: str) -> str:
    """A label as printed, without white space and the asterisks of bold type."""
    return "".join(words.replace("*", " ").split())


_UNKNOWN_LABEL = re.compile(
    rf"(?!各|.*(?:省|市|县|区|政府)各|.*(?:填报|报送|申报|受益|制表|编制|受理|咨询|联系|被|用人|原|服务|所在|来源|解读|起草|印|"
    rf"发布|公开|推荐|投诉|举报|委托|采购|招标|中标|施工|设计|监理|交办|签收|盖章|抄送|主送))[{HAN}]{{1,8}}(?:单位|部门)|属地(?:政府|单位|管委会)"
    r"|(?:技术|业务|法律|法治|资金|要素|人才|后勤|宣传)(?:支持|支撑|保障|指导)|(?:监督|业务)指导|统筹协调|审核把关|督促落实"
)


def unknown_label(label: str) -> Role | None:
    """The role that an unusual label of bodies most likely gives (监管部门, 技术支撑单位); None: no such label."""
    return role_of(label) if _UNKNOWN_LABEL.fullmatch(label) else None


def role_of(words: str) -> Role:
    """The role that a label's or verb's words name: a lead word wins, then a supporting word, else responsible."""
    if _LEAD_WORD.search(words):
        return "lead"
    return "supporting" if _SUPPORT_WORD.search(words) else "responsible"


def is_oversight(words: str) -> bool:
    """Whether the words name a body that watches over the work rather than doing it (督导单位): another reading of supporting."""
    return bool(_OVERSIGHT.search(words)) and not _LEAD_WORD.search(words)


_BY_DUTY = (
    r"(?:(?:按照?|根据|依据|依照?|结合|在)?(?:各自|本|部门|工作|有关|相关)?的?(?:工作)?(?:职责|职能|权限)(?:职能|职责|范围|权限|分工)?(?:内|范围内)?"
    r"|(?:按照?|根据|依据|依照?)(?:任务|工作)?分工)"
)
_ADVERB = (
    "共同|联合|协同|分别|各自|具体|积极|密切|分工|统筹|抓好|做好|加强|全面|主动|总|组织|协调|"
    "按要求|按规定|按照要求|按方案|予以|给予|全程|直接|按时|限时|认真|抓紧|需|应|要|须|将|各"
)
_VERB = (
    "牵头|主办|主责|抓总|负总责|负责|各负其责|落实|实施|执行|承办|承担|办理|完成|推进|推动|开展|配合|协助|协办|参与|参加|支持|协作|"
    "督导|指导|监督|督促|督办|检查|考核|验收|保障|监管|把关|跟踪|组织|做好(?:相关|有关|具体|配合|落实)?工作"
)
_VERB_TAIL = re.compile(
    rf"(?:为主)?{_BY_DUTY}?(?:{_ADVERB}|、){{0,6}}(?:(?:{_VERB})(?:好|抓|和)?)(?:{_ADVERB}|{_VERB}|好|、){{0,6}}(?:工作|任务|到位|相关工作|有关工作)?\Z"
    rf"|{_BY_DUTY}\Z|为主\Z|(?:作为|为|是)(?:牵头|主办|主责|责任|配合|协办|参与|承办)(?:责任)?(?:单位|部门)\Z"
)
"""The verb phrase at the end of a list of units, with its adverbs: 按职责分工负责, 牵头落实, 配合."""

_VERB_REACH = 40
_VERB_ENDS = frozenset("查核收障管关踪头总办责实施行担理成进动展合助与加持作导督促织工能限内主务位门好抓和围")


def verb_tail(text: str, start: int, end: int) -> int:
    """Where the verb phrase at the end of [start, end) begins; `end` when there is none."""
    if start >= end or text[end - 1] not in _VERB_ENDS:
        return end
    words = text[max(start, end - _VERB_REACH) : end]
    return end - len(words) + _verb_start(words)


@lru_cache(_CACHE)
def _verb_start(words: str) -> int:
    match = _VERB_TAIL.search(words)
    return match.start() if match else len(words)


VERB_MID = re.compile(
    rf"(?:{_BY_DUTY}(?:共同|分别|具体)?)?(?:共同|联合|具体|总)?(?:牵头(?!单位|部门|人|科室|机关|市|县|省|的)(?:负责|落实|组织|实施|推进|抓总)*|"
    r"负责(?!单位|部门|人|同志|的)(?:落实|牵头|组织|实施)*|配合(?!单位|部门|的)(?:落实|实施)*|参与(?!单位|部门|的)|协助(?!单位|部门|的))"
)
"""A verb with something behind it: `A牵头B、C配合`, `A负责资金保障`."""

WITH = re.compile("会同|会商|联合(?!会|社|体|国|党|企|集|大|医|公|实|办)|商(?=有关|相关)|(?<=[厅局署])会(?=..)")
"""Joins two lists of units: `A会同B负责`."""
HAS_MIDDLE = re.compile("牵头|负责|配合|参与|协助|会同|会商|联合|商有关|商相关|[厅局署]会")
"""Without one of these words neither VERB_MID nor WITH can be found."""

PERSONAL = re.compile(r"领导|责任人|负责人|联系人")

_ENDINGS = (
    "局|委|办|厅|司|部|院|署|会|组|处|科|室|站|所|队|中心|政府|公司|集团|银行|支行|分行|海关|街道|镇|乡|县|区|市|州|旗|盟|大学|学院|学校|医院|"
    "总工会|妇联|工商联|文联|科协|残联|侨联|社科联|作协|党校|报社|日报|电视台|广播电台|电台|融媒体中心|协会|商会|联合会|办公室|部门|单位|指挥部|"
    "专班|党委|党组|大队|支队|总队|社区|村|开发区|园区|新区|联社|供销社|总社|税务|消防|军分区|人武部|企业|机构|管委会|工委|团市委|团省委|团县委|"
    "团区委|团委|青年团|共青团中央|法院|检察院|人大|政协|监狱|戒毒所|馆|院校|高校|学会|基金|电网|电信|移动|联通|铁塔|邮政|石油|石化|烟草|气象|"
    "地区|地方|省份|街办|乡镇|镇街|县区|区县|市州|州市|旗县|农场|林场|社|台|厂|店|园|库|港|段|机场|交易所|事务所|研究所|总站|平台|基地|人行|"
    "组织|团体|机关|中央|双拥|外汇|行社|成员|金控|城投|国投|水务|水投|交投|文旅|产投|地铁|公交|体协|记协|央企|国企|小学|中学|高中|职高|主体|业主|指挥中心|直属|执委|常委|专员|公署|行署|道办|团|校|"
    "人武|武警|运营商|联席会议|苏木|嘎查|驻地|经开|高新|度假区|景区|保护区|示范区|实验区|合作区|自贸区|综保区|功能区|片区|试验区|委办|服务|分局|分院|总局|央行|厅局|行"
)
_UNIT = tuple(_ENDINGS.split("|"))
_STRONG_ENDINGS = (
    "局|委|办|厅|司|署|政府|公司|集团|银行|分行|支行|海关|总工会|妇联|工商联|文联|科协|残联|侨联|管委会|中心|指挥部|法院|检察院|开发区|街道|"
    "乡镇|部门|成员单位|高新区|经开区|新区|度假区|示范区|试验区|综保区|部|院|会|社|馆|台|校|所|办事处|管理处|领导小组|专班|督查室|研究室|"
    "办公室|支队|大队|总队|监察组|工作组|协调组|运营商"
)
_MAX_UNIT, _MAX_SURE_UNIT = 60, 40
_KINDS_ALONE = frozenset(("中心", "公司", "集团", "政府", "大队", "支队"))
"""What bodies are, not which: (中心、站)."""
_STRONG = tuple(_STRONG_ENDINGS.split("|"))
_STRONG_BY_PLACE = re.compile(r"[省市县区州国央]\S{0,12}(?:组|处|队|站|室|科|所|团|段|机关)\Z|各\S{1,14}\Z")
_STRONG_INSIDE = re.compile(
    rf"[{HAN}]{{2,12}}(?:(?<![学本专内外百文儿妇眼牙骨])科|"
    r"(?<![之好坏到四各用益害难长短去住何深高低别此每多明暗惩查判论相出处])处|(?<![控持入参个新一])股|(?<![网车电泵])站)\Z"
)
"""Sections inside a body: 基教科, 水资源处; 学科, 好处 and their like are none."""
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
TAIL_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]\Z")
_GROUP = re.compile(
    r"(?:各|全体|所有|有关|相关|其他|其它).{0,20}(?:地|级|方面|镇街|员|方|省|市直|县直|条线|战线|师|兵团)\Z"
)
_PROSE = re.compile(
    r"[，,。;；:!?！？]|_|以下|这|我们|大家|什么|谁|城乡$|包括|由(?!贸)|进行|设在|设于|兼任|担任|(?:部门|单位|地|区|政府|级)(?:要|应(?![急对])|须|需)|建设的|的$|等于|不少于|^(?:鼓励|支持|引导(?!基金)|推动|督促|要求|动员|发挥|加强|强化|推进(?!办|组|中心)|坚持|完善|建立|健全|"
    r"实行|开展|依托|通过|涉及|明确|加快|充分|积极|切实|含|即|如|见|详见|不含|其中|例如|指|含有|简称|又称|注|下称)"
)

OPEN = re.compile(r"有关|相关")
"""Words in a mention that leave the list open: 有关部门."""

_BARE = re.compile(
    r"(?:以上|方面)?(?:的)?(?:\d{1,3}|[一二三四五六七八九十两多几]{1,3})?(?:个|家)?(?:部门|单位|地区|地方|部委|机构|部门和单位|部门单位|部门及单位|有)?\Z"
)
"""What may follow 等 without naming anybody: 等部门, 等10个单位."""


IT_ALL = re.compile(
    r"(?:以上|上述|前述|上列|所列)(?:各|有关|相关|责任|牵头|所有|\d{1,2}[个家]|[两二三四五六七八九十]{1,2}[个家]){0,2}(?:单位|部门|地方|地区|机构)"
)
"""Words that name again what stands before them: 以上单位."""


def is_bare_group(text: str) -> bool:
    """Whether the words behind 等 name nobody (部门, 10个单位)."""
    return bool(_BARE.match(text))


def _stem(name: str) -> str:
    if name[-1] not in ")]":
        return name
    stripped = TAIL_BRACKET.sub("", name)
    return stripped if stripped else name


def looks_like_unit(name: str) -> bool:
    """Whether a name ends as units do, or speaks of a group of them. Says nothing of whether it exists."""
    return 1 < len(name) <= _MAX_UNIT and _is_like_unit(name)


@lru_cache(_CACHE)
def _is_like_unit(name: str) -> bool:
    if _PROSE.search(_BRACKETS.sub("", name)):
        return False
    return _stem(name).endswith(_UNIT) or bool(_GROUP.match(name))


def surely_unit(name: str) -> bool:
    """A narrower test than looks_like_unit, for places where no label says that units follow."""
    return 1 < len(name) <= _MAX_SURE_UNIT and _is_surely_unit(name)


@lru_cache(_CACHE)
def _is_surely_unit(name: str) -> bool:
    if not _is_like_unit(name):
        return False
    stem = _stem(name)
    if stem in _KINDS_ALONE:
        return False
    return stem.endswith(_STRONG) or bool(_STRONG_BY_PLACE.search(stem) or _STRONG_INSIDE.fullmatch(stem))
