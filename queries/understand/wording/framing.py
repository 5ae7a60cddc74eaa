"""What stands around a question and is none of it: greetings, who asks and why, haste and thanks, and how the answer is wanted."""

from __future__ import annotations

import re
from itertools import pairwise

_CLAUSE = re.compile(r"[,。;:?!~…\s]+")
_GREETING = re.compile(
    r"(?:哎|唉|喂|诶|嗨|嘿|欸|[老小][王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟]|师傅|同志|亲|那个)[呀啊哎哟]?|(?:各位|尊敬的)?(?:领导|同志|老师|同事|大家|你|您)*(?:们)?(?:早上|上午|中午|下午|晚上)?好[呀啊]?|在[吗么不]在?|有人[吗么]|hello|hi"
)
_HASTE = re.compile(
    r"(?:急|正)?赶着(?:写|做|交|报|要|用|弄|整).{0,8}|(?:比较|很|挺|特别|十万火)?急+(?:用|需|死了|求|等)?|在线等|加急|(?:麻烦|请|劳驾)?(?:尽快|赶紧|赶快|抓紧|快|早)(?:一?点|些)(?:哈|啊|哦)?|(?:急|在|还)?等着?(?:要|用|回复)?|(?:领导|上面|上级|主任|处长|科长|办公室)?.{0,6}(?:等着|催)(?:要|着|我|了)*.{0,4}"
)
_THANKS = re.compile(
    r"(?:非常|十分|先)?(?:谢谢|多谢|感谢|谢|辛苦|麻烦|劳驾|拜托|打扰|有劳)(?:你|您|各位|大家)?(?:们|家)?(?:了|啦|的|支持|配合|协助|一下)*(?:[呀啊哈])?|请予?以?(?:列出|明确|告知|提供|说明|列明|答复|支持)|[盼望请](?:尽快|及时|速)?(?:予以)?(?:回?复|答复|告知|指教|赐教)(?:为盼)?|为盼"
    r"|(?:不好意思|抱歉|冒昧)(?:问|打扰)?(?:一下|了)?|thanks|thank you|please"
)
_WHO = re.compile(
    r"(?:我们?|本人)(?:是|在)?(?P<newcomer>.{2,20}?)(?:新来|刚来|新?刚?调来|新分来|上班|工作|干活|打杂|做事|管材料|写材料)的?"
    r"|(?:我们?|这里|这边|本人|在下)(?:这边|这里)?(?:是|来自)(?![说想问要指])(?P<asker>.{2,20}?)(?:的)?(?:工作人员|同志|小[\u4e00-\u9fff]|[\u4e00-\u9fff]{1,2}科)?"
)
_MOVED = re.compile(
    r"(?:我们?|本人|在下)(?:是)?(?:刚|才|新|前几天|最近)*(?:被)?(?:调|派|分|来|搬|借调|抽调|下派|挂职)(?:到|来|在|去)(?P<place>[^,]{2,8}?)(?:工作|上班|挂职|这边|不久)?了?"
)
"""Where the asker works, which is what the question is about: 我刚调到清泽."""
_ASIDE = re.compile(
    r"(?:我们?|咱们?|俺)?(?:又|老是?|总是?|一时|实在|怎么也|有点)*(?:记不|忘|搞不|弄不|分不|想不|拿不|没记|没搞|没弄|查不|找不)(?:太)?(?:住|清|懂|准|明白|起来|着|到|了)+(?:了|楚)?"
    r"|(?:我|我们|这个?)?(?:早就|已经|也|都)?(?:知道|晓得|清楚|明白|听说)了?|[两三四五][家个条项]?都?要?(?:告诉我|说说|说一下|报给我|列给我|说全|列全|报全)"
    r"|(?:有|有的话|要是有)就?(?:都)?(?:列|说|给|报|讲|发)(?:一?下|出来|给我|给我看看|来看看)*"
)
_REPORTER = re.compile(
    r"^(?:我们?|咱们?)?(?:的)?(?:领导|主任|局长|科长|处长|书记|县长|市长|老板|头儿|上面|上级|上头|同事|别人|人家|群众|老百姓|有人|记者|督查组|督察组|办公室)(?:们)?"
    r"(?:刚刚?|刚才|今天|昨天|早上|下午|又|老是?|总|非要|突然|正|在|让我来?|叫我来?|要我来?|一直)*(?:问|追问|催问|打听|查)(?:起|到|过|我们?|咱们?|一下|了|一句|说)*(?:的是|的)?[,:]?(?=.{2})"
)
"""Who asked the asker: 领导刚问我行政复议谁牵头."""
_NOW = re.compile(
    r"(?:这|眼看|现在|马上)?都?(?:快|要|就)*(?:到)?(?:[0-9一二三四五六七八九十]{1,3}月(?:份|底|中旬|下旬)?|年底|年末|月底|年中)了"
)
_HERE = re.compile(
    r"(?:(?:我们?|咱们?|俺们?|领导|上级|上头)(?:这边|这里)(?:需要|要|想)?(?:核|查|了解|核实|看|问)?"
    r"|.{2,12}?(?:这边|这里)(?:(?:需要|要|想)(?:核|查|了解|核实|看|问)?|核实?|查|了解|问))(?:一下|下)?(?:哈|啊)?"
)
"""Who asks, and from where; 清泽市这边 alone says of where."""
_PURPOSE = re.compile(
    r"(?:兹|现)?(?:为了?|因|鉴于|由于)(?:做好|编制|编写|开展|推进|准备|完成|加强|掌握|便于|方便|撰写|起草|核实|核对|迎接|配合).*"
    r"|(?:为|为了|兹|现|因|因为|由于|根据|按照|鉴于|现因|应|最近|近期|正在|今天|明天|后天|下周|这周|周[一二三四五]|月底|年底|马上|赶着?|急着?|忙着|我们?|单位|领导|上级|省里|市里|县里|这边|写|做|准备|用于|开会|报|纪委|督查)"
    r".*(?:要用|需要|要求|要|准备|准备工作|需|用|工作|材料|核查|检查|督察|督查|安排|部署|报告|汇报|会议|开会|点名|交账|交差|交材料|交卷|上报|报数|写|用|催|核实一下|核一下|总结|调研|论文|研究)(?:了|呢|呀|啊|嘛|啦)*"
    r"|.{2,10}(?:核查|核实|检查|督查|督办|工作|调研|研究|写材料|汇报)(?:需要|要用|之需|所需|用)"
)
_WANTED = re.compile(
    r"(?:(?:都)?催(?:一?下|他们)+|(?:把|将|请|顺便)?(?:原文|原话|出处|依据)?(?:也|都)?(?:一起|一并|顺便)?(?:给我|发我|发给我|附上|贴出来|给出来)(?:一下|看看|一份)?"
    r"|(?:越|尽量)?(?:快|详细|具体|简短|准确)(?:越好|一点|点|些)?|(?:帮我?|给我)?(?:看|瞅|瞧|查)一?(?:眼|下)|(?:名字|名称|标题|全称|编号|单位名)(?:都|全)?(?:报|列|说|给|念)(?:一下|一遍|出来|上来|给我|全)*|(?:请|并|要|需|麻烦)*(?:逐一|逐条|分别|一并|全部|都)*(?:给出|列出|写出|说出|报出|提供|告知|注明|指明)(?:其|具体|全部|完整|相应|对应)?的?(?:名称|名字|全称|标题|单位名|文号|题目|名单|条号|编号|序号|日期)(?:即可|就行)?|(?:麻烦|请|劳驾)?(?:念|读|说|讲|报|列|发|写|数)(?:一?[下遍])?给?(?:我们?|大家|俺)(?:听|看|听听|看看|一下|一遍)?|简单说|直接说|一句话|(?:[两几三四]|[0-9])?(?:家|个|条|项)?都(?:要|得)?(?:告诉|说|列|报|写)(?:给|出来)?我?"
    r"|(?:请|均|都)?(?:予以?)?(?:一并|一起|全部|逐[一条]|悉数|统统)?(?:列出|列明|列示|列举|给出|报来)(?:来)?|(?:请)?(?:说|列|答)(?:得|的)?(?:详细|简单|清楚|全)(?:一?点|些)?)"
)
_ASKS_ON = re.compile(
    r"(?:对了|那|好|嗯|行)?(?:我|咱)?(?:就|再|还|另外?|顺便|顺带|最后|接着|继续|补充|多|只|先)+(?:再|还|也)*(?:想|要)?(?:问|请教|请问|咨询|打听|确认|追问)"
    r"(?:你|您|大家)*(?:一下|一句|一声|一嘴|一个|个|下|句)*(?:问题|事儿?|情况)?|(?:我|这边)?(?:还|另|另外还|再)有一?[个点](?:小)?(?:问题|疑问|事儿?)|另外|补充一[点下]"
)
"""What says that another question comes: 再问一下, 还有个问题."""
_WITH_TEXT = re.compile(
    r"(?:并且?|请|同时|一并|顺便|且|还要?|也|要求?|都|再|需)*(?:附上?|附带|列明|列出|给出|标明|注明|写明|带上?|摘出|摘录|引用|引出|指出|说明|提供)(?:其|相应|对应|相关|具体)?的?"
    r"(?:原文|原句|出处|依据|原话|证据|条文|段落|页码)(?:和|及|、)?(?:原文|出处|依据)?|以?(?:文件|方案|原文|文本|正文)(?:里|中)?的?(?:写的|所载|规定|内容|表述|为准)*为准"
)
"""How the answer is to be proven, which it is in any case: 并附原文."""
_IN_ENGLISH = re.compile(
    r"(?:(?:sorry|excuse me|quick question|just|so)[, ]*)*"
    r"(?:(?:i|we)(?:'m|'re| am| are|'ve| have| work| live| run| need| want| would like)|"
    r"(?:for|as part of|as) (?:my|our|an?) (?:report|thesis|article|study|research|review|audit|class|paper|briefing|meeting))\b[^?]*"
)
"""The same in English: I'm comparing provinces, for my thesis."""
_WHEREVER = re.compile(
    r"(?:不管|无论|不论|甭管)(?:是|在)?(?:(?:哪|什么)(?:一?[个座家])?(?:地方|城市|[省市县区旗州])?|(?:[省市县区旗州](?:里|级|直)?的?[、和还是]*)+)的?(?:都)?"
    r"|(?:好?几|各|每)个?(?:地方|城市|[市县区])(?:里)?都有[^,谁哪几什]{2,10}"
)
"""What says that no place is meant before others."""
_AROUND = (_IN_ENGLISH, _ASKS_ON, _WITH_TEXT, _NOW, _GREETING, _HASTE, _THANKS, _WHO, _HERE, _PURPOSE, _WANTED, _ASIDE)
_ASKING = re.compile(
    r"谁|哪|几|什么|啥|多少|怎|何时|何|吗|牵头|责任单位|配合|时限|到期|第|[0-9(\[《“\"]|清单|\b(?:who|which|what|when|how)\b"
)
"""A clause with one of these is the question, or part of it."""
_OWN = re.compile(
    r"(?:我们?|咱们?|俺们?|本)(?:这个?)?"
    r"(?:局|委|办|单位|部门|厅|院|中心|区|县|市)(?:里)?(?!长|领导)|\bour (?:bureau|office|department)\b"
)
_BODY = re.compile("(?:[局委办厅院部会处科室站所队]|中心|单位|部门|公司|学校)$")
_HOME = re.compile("^[\u4e00-\u9fff]{2,6}[省市县区州盟旗]的?$")
_US = re.compile("(?:我们?|咱们?|俺们?)(?=[得要该应还都也有]*(?:牵头|负责|配合|负有|承担|参与|干|做|管|领))")
_OUR_TRADE = re.compile(
    r"(?:我们?|咱们?|俺们?)(?:这|那)(?:一?[种类样行块摊](?!方案|文件)(?:业务|企业|公司|情况|项目|行当|人|生意|活儿?|行)?|个(?:行业|业务|行当|领域|情况))(?:的)?"
    r"|(?:[跟和与](?:我们?|咱们?)|(?:管|涉及|关系|适用|针对|扶持|支持|照顾|对)(?:到|于)?(?:我们?|咱们?)(?!市|县|区|省|局|单位))"
    r"(?:有关|相关|沾边|有关系|挂钩|对口|搭边)?的?"
)
"""What points back to what the asker says to do: 我们是搞飞机租赁的，哪条写的是我们这种业务."""
_TRADE = re.compile("^(?:专门)?(?:搞|做|干|办|开|从事|经营|跑|管|生产|养|种|卖|弄|当)(?P<trade>.{2,})")
_OFFICE = re.compile(r"(?<=[局厅院])(?:机关)?(?:办公室|[\u4e00-\u9fff]{1,4}[科处股室])$")
_HANDED = re.compile(
    r"(?:发|传|给|报|说)给?(?:我们?|过来)+(?:一下|看看|听听|一份|吧|都|全|[找列挑拎拉摘翻]出来|[找列报数]全)*$"
)
_TO_ME = (
    r"(?:(?:让|给)?我(?:瞅瞅|瞧瞧|看看|看一?[看下眼]|过目)?"
    r"|一[排比算数捋下]|一遍|一下|下|出来|出|给|我们?|大家|过来|清楚|清单|听听|看看|一份|吧|来|都|全)*"
)
_VERB = (
    r"(?:念|读|拉|列|找|查|拿|调|说|发|传|给|写|数|摘|捋|讲|理|整理|汇总|罗列|展示|显示|报|贴"
    r"|摆一?起?对?比|对比|比较|对照|比|排|统计|合计|算)"
)
_LOOK = re.compile(rf"^(?:把|将)(?P<what>.+?)(?:都|全部|全|逐条|逐一|给我们?)*(?P<verb>{_VERB}){_TO_ME}$")
"""把第十条念一下 asks; 把第十条删了 is an order."""
_CONTRAST = re.compile(
    r"\((?:均|都|也)?(?:含|包括|包含)[0-9年月日季底前内初末中度、和及与到]+\)|"
    r"\((?:而)?(?:不是|非|并非)[^()]{1,12}\)|[,?。](?:别|不要?|不用)(?:再)?把?[^,谁哪]{2,8}?的?(?:算|列|带|加|放|混)(?:进来|进去|上|在内|一起|里)?$|,(?:而)?不是[^,谁哪]{1,12}$"
    r"|\(?(?:[,。?;]|^)?(?:写|带|标)?(?:着|了|有|明)?[“\"][^“”\"]{2,16}[”\"](?:的)?(?:[那这](?:一)?[条个项])?(?:都|就)?(?:不算|别算|不用算|不要算|除外|不计|不含)(?:在内|进来|进去)?\)?$"
    r"|[,。?;](?:别|不用?|不要|不必)(?:算|计|含|包括|列|管)(?:上|进)?(?:那些?)?(?:写|带|标)?(?:着|了|有|明)?[“\"][^“”\"]{2,16}[”\"](?:的)?(?:[那这][条个项])?$"
    r"|\((?:而)?不(?:只|仅仅?|光)是?[^()]{1,12}\)|\((?:and |but )?(?:not|rather than)(?: just| only| merely)? [^()]{1,40}\)"
)
"""What only says the other side of what was said: 作为责任单位(不是牵头), 推断出来的,不是写明的."""
_BY_RULE = re.compile(
    "[,，]?(?:依|按照?|依照|根据)[^,，谁哪何几什]{0,10}(?:第一|首位|排|在前|列|顺序)[^,，谁哪何几什]{0,8}的?(?:规则|原则|约定|办法|惯例|顺序)[,，]?"
    "|[,，、]?(?:依|按照?|依照|根据)(?:本|该)?(?:通知|总则|说明|附则|导语|开头|末尾|文件开头)的?(?:规定|要求|约定|说法|说明)?(?=[^制起拟定])[,，]?"
)
"""The rule by which the plan says who leads: the graph's leads are read by it already."""
_ACCORDING = re.compile(
    r"^(?:请|可|现)?(?:根据|按照|依据|依照|参照|对照|遵照|按|依|照|据)(?:现行|已载入的?|我[市省县区])?"
    r"(?:(?:有关|相关|明文)?(?:规定|要求)(?=[,，:：])|(?:上述|该|这[个份一]*|那[个份一]*|本)?(?:实施|行动|工作)?(?:方案|文件|计划|意见|清单|台账|通知|要点)"
    r"|(?P<paper>《[^》]{2,60}》(?:\([^()]{2,30}\))?|[^,，《》谁哪什几]{2,40}?(?:方案|文件|计划|意见|清单|台账|通知|要点|措施|规划|分解表|分工表)))"
    r"(?:里面?|中|内)?的?(?:有关|相关|明确)?(?:规定|要求|内容|安排|部署|精神|文本|原文|分工|约定|说法|写法)?[,，:：]\s?(?!.*(?:制定|出台|起草|印发|依据))"
)
"""What names the paper before the question: 根据《…》的规定，谁牵头."""
_IN_IT = re.compile("(?:本|该|此|这[个份])?(?:方案|文件|计划|意见|清单)[中里]的?(?=哪|第几)")
_BY_NOW = re.compile(
    r"^(?:截[至止])?(?:到)?(?:目前|现在|当前|眼下)(?:为止)?[,，](?!.*(?:到期|过期|逾期|超期|期限|时限|完成|办结|承接|接手|继任|谁|哪一?[个家]|(?:单位|部门)(?:都|分别)?[有是包]))"
)
"""What a question of what is in the plan has no use for: 截至目前,某局牵头哪些措施."""
_ABOUT = re.compile(
    r"^(?:关于|对于|针对|就)(?P<of>第?[\(（]?[0-9〇零一二三四五六七八九十]{1,4}[\)）]?[条项款])(?:这一?[条项款个])?[,，]?(?:的|来说|而言)*(?:[,，])?"
    r"|(?P<it>第[\(（]?[0-9〇零一二三四五六七八九十]{1,4}[\)）]?[条项款])[,，]?这一?[条项款]"
)
"""关于第十条, and 第十条这一条."""
_PLACE_HERE = re.compile("^(?P<place>[^,，谁哪这那]{1,8}[省市县区州盟旗])(?:这边|这里|那边|那里|这块儿?|方面)(?=[,，])")
"""清泽市这边,有几项任务."""
_RHETORICAL = re.compile("(?:难道)?不(?:就)?是(?P<what>[^,，]+吗$)")
"""第三条不是某局牵头吗 asks whether it is."""
_PICKED = re.compile(
    r"[,，]?(?:都|也|全部?|统统|一并|请|把它们?)*(?:给我们?|帮我)?(?:找|挑|选|拎|筛|摘|翻|指|数|理|排|圈|揪|拉|捞)出来(?:看看|吧|一下)?$"
    r"|(?<=.{4})(?:都|全部?|统统)给我们?(?:看看|吧)?$"
)
"""How the answer is wanted, behind what is asked: 某局牵头的都给我找出来."""
_PLACES_OF = re.compile(
    "(?:各个?|所有|每个|不同|几个)(?:地方|城市|市县?|地区)的(?=[^的,]{2,10}(?:局|委|办|厅|院)(?:[,，]|都|牵|负|配|参|有|是))"
)
"""What says that bodies of one name are meant wherever they are."""
_TEXT = re.compile("的?(?:原文|原话|内容|全文|文字)$")
_ALL_ROLES = re.compile(
    r"[,、 ]?(?:(?:不[论管]|无论)是?(?:牵头|责任|负责|配合)(?:单位)?的?(?:还是|和|或者?|、|跟|与)(?:牵头|责任|负责|配合)(?:单位)?的?"
    r"|(?:牵头|责任|负责|配合)(?:单位)?的?(?:还是|和|或者?|、|跟|与|以及)(?:牵头|责任|负责|配合)(?:单位)?的?(?=[都均皆全](?:要|算|列|包|含|计)))"
    r"(?:[都均皆全]?(?:要|算|列|计|包?含|包括|在内)(?:上|进来|出来)?)?"
)


def unframed(text: str) -> str:
    """A folded, lower-case question without what is said around it. 我局 becomes the unit that the asker says to be of."""
    asker, moved, kept = "", False, []
    for clause in _clauses(text):
        bare = clause.strip(",。;:?!~… ")
        around = (
            _GREETING.fullmatch(bare)
            or _THANKS.fullmatch(bare)
            or _WHEREVER.fullmatch(bare)
            or (not _ASKING.search(bare) and any(form.fullmatch(bare) for form in _AROUND))
        )
        said = None if _ASKING.search(bare) else _MOVED.fullmatch(bare) or _WHO.fullmatch(bare)
        if said:
            asker, moved = _OFFICE.sub("", next(filter(None, said.groups()))), "place" in said.groupdict()
        elif not around:
            kept.append(clause)
    if not kept or _ACCORDING.fullmatch("".join(kept).strip()):
        return text
    left = _REPORTER.sub("", "".join(kept).strip())
    if (trade := _TRADE.match(asker)) and _OUR_TRADE.search(left):
        return _OUR_TRADE.sub(trade["trade"], left, count=1)
    if _OWN.search(left) or (asker and _US.search(left)):
        return _US.sub(asker, _OWN.sub(asker, left)) if asker else left
    # Of a place, the question is about its plan; the asker's own bureau need not be what is asked about.
    return f"{asker}{left}" if _HOME.search(asker) or (moved and not _BODY.search(asker)) else left


def _clauses(text: str) -> list[str]:
    """The clauses, each with the marks behind it."""
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(text) if match.end() < len(text)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts) if end > start]


def according_to(text: str) -> tuple[str, str]:
    """The paper by which a question is to be answered (根据《…》的规定，谁牵头), "" where it names none, and the rest."""
    said = _ACCORDING.match(text)
    return (said["paper"] or "", _IN_IT.sub("", text[said.end() :])) if said else ("", text)


def wanted(text: str) -> str:
    """Without how the answer is wanted: 把第十条念一下 is 第十条内容, and 牵头的和责任的都要 narrows nothing."""
    if order := _LOOK.match(text):
        text = _TEXT.sub("", order["what"]) + "内容" if order["verb"] in "念读讲" else order["what"]
    text = _PLACE_HERE.sub(r"\g<place>", text)
    text = _ABOUT.sub(lambda match: match["of"] or match["it"], _BY_NOW.sub("", text))
    text = _RHETORICAL.sub(r"是\g<what>", text)
    text = _PLACES_OF.sub("", _PICKED.sub("", _BY_RULE.sub("", text)))
    return _CONTRAST.sub("", _ALL_ROLES.sub("", _HANDED.sub("", text)))
