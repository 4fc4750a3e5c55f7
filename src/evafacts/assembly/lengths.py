"""The words beside a length of time that say whose it is."""

import re

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue


def _any(words: str) -> str:
    """An alternation of the phrases of ``words``, which are set apart by commas or line ends."""
    phrases = [" ".join(w.split()) for w in re.split(r",\s|,?\n", words) if w.strip()]
    return "(?:" + "|".join(p.replace(" ", r"\s+") for p in phrases) + ")"


_HEDGES = _any(
    """
        about, around, approximately, roughly, nearly, almost, just, over, under, more, less,
        than, some, an?, the, its, their, official, full, total, of, at, only, exactly, even,
        bit, most, estimated, planned, scheduled, grueling, marathon, whopping, record,
        expected, entire, whole, another, up, to, them, for, shy, well, in, close, good, little,
        mere, by, out, something, like, fewer, his, her, him, not, quite, barely, duo, pair,
        two, team, crew, men, women, slightly, shade, touch, hair, tad, upwards?, north, somewhat,
        solid, straight, gruelling, no, as, long
    """
)
_MODIFIERS = rf"(?:{_HEDGES}\s+){{0,5}}"

# What a length stands under: "lasted", "spent", "the clock stopped at", "were out for".
_VERBS = _any(
    r"""
        last(?:ed|ing|s)?, spen[dt], spends, spending, clock(?:ed|ing|s)?,
        clock(?:ed|ing|s)? in, took, took so long, take, takes, taking, ran, runs?, running, ran to,
        conclud(?:ed|ing|es), wrapp(?:ed|ing)(?: up)?, complet(?:ed|ing)(?: (?:it|the \w+))?,
        ended(?: \w+)?, work(?:ed|ing|s)?, stay(?:ed|ing)?(?: out(?:side)?)?, put(?:ting)? in,
        be out, were out, been out, allotted, allowed, budgeted, set aside, set down, put down,
        scheduled, planned, laid on, laid out, had said, had promised, had spoken of,
        had talked of, had predicted, had guessed, managed, floated, walk(?:ed|ing)?,
        totall?(?:ed|ing), continue[ds]?, endured, stretched, estimated, expected, timelined,
        toiled, labou?red, needed, require[ds]?, forecast, went on, gone on, amount(?:ed|s)? to,
        came to, stood at, added up to, provided for, instead of(?: the)?(?: planned)?,
        reckoned on, put down for, spoken of, stopped at, stops? the clock at, go, went, against,
        (?:mission|operation|task) of,
        lasting, used(?! for), limited to, restricted to, kept to, held to,
        called for, calls for, billed as, at it, up there, out there, back in(?:side)?,
        after, figured on, planned on, counted on, allowed for,
        (?:spacewalk|eva|outing|excursion|walk) (?:was|is)
    """
)
_NOUNS = _any(
    """
        duration, length, time, clock, PET, spacewalks?, EVA, excursion, outing, hatch, space,
        vacuum, plan had been, plan was, plan of, exit, sortie
    """
)
_OUTSIDE = r"out(?:side)?(?:\s+(?:of\s+)?(?:the|their|its)\s+(?:[\w'’]+\s+){0,4})?"
_MEASURED = (
    r"(?:duration|length|time|longer\s+than\s+any\s+other)\b[^.;]{0,45}?(?:\b(?:was|is|of)|:)"
)
_GAP = r"[\s,:—–-]+"
GOVERNED = AnyCase(rf"(?:\b(?:{_VERBS}|{_NOUNS}|{_OUTSIDE})|\b{_MEASURED}){_GAP}{_MODIFIERS}$")
ABSOLUTE = re.compile(r"\b(?:last|spent|outside|out)\w*\s+\W*\w*\s*$")
LASTED = AnyCase(rf"\blast(?:ed|s|ing)\s+{_MODIFIERS}$")
TOILED = AnyCase(rf"\b(?:toil|work|labou?r|struggl|wrestl)(?:ed|ing|s)\s+{_MODIFIERS}$")
# "Worked for nearly seven hours to fix it".
FOR_SO_LONG = AnyCase(rf"\bfor\s+{_MODIFIERS}$")
STRUGGLED_FOR = AnyCase(
    r"\b(?:wrestl|struggl|battl|fought|tugg|dangl|clung|perch|crawl|clamber)\w*\b[^.;]{0,60}?"
    rf"\bfor\s+{_MODIFIERS}$"
)
# "Floated free of the capsule for twelve minutes": even a short one is the walk's.
OUT_FOR = AnyCase(
    rf"\b(?:float\w*|outside|out\s+of|walk(?:ed|ing)|stood|drift\w*|hung|in\s+(?:space|"
    rf"the\s+void)|tethered)\b[^;.]{{0,60}}"
    rf"\bfor\s+{_MODIFIERS}$"
)
# "For about ten minutes Roe drifted beside the capsule": a sentence that opens with it.
FOR_OPENING = AnyCase(rf"^\W*for\s+{_MODIFIERS}$")
WAS_OUT = AnyCase(
    r"\s*,?\s+(?:(?!(?:of|into|to|before|after)\b)[\w'’-]+\s+){1,5}?(?:was\s+|were\s+)?(?:float|drift|tumbl|hung|hover|walk|"
    r"dangl|tethered|outside|out\b|exposed\s+to\s+(?:open\s+|outer\s+)?(?:space|vacuum))"
)
# "He walked in space, which he did for ten minutes".
WHICH_HE_DID = AnyCase(
    rf"\b(?:walk\w*|outside|spacewalk\w*|in\s+(?:open\s+|outer\s+)?space|void|EVA)\b[^.;]{{0,20}}?,\s+(?:which|as|something)\s+"
    rf"(?:he|she|they)\s+(?:did|was|were)\s+for\s+{_MODIFIERS}$"
)
# "Ten minutes at the end of a line", "six minutes outside": even a short one is the walk's.
SHORT_OUT = AnyCase(
    r"\s+(?:outside\b|in\s+(?:open\s+|outer\s+|free\s+)?(?:space(?![\s-]?(?:suit|ship|craft|station|flight))|vacuum)\b|in\s+the\s+(?:void|vacuum)|out\s+there|"
    r"of\s+(?:outside|outdoor|extravehicular)\s+(?:activity|work)|"
    r"(?:at\s+the\s+end\s+of|on)\s+(?:an?|the|his|her)\s+(?:[\w.-]+\s+){0,3}?(?:tether|cord|line|umbilical|lifeline|leash)\b)"
)
# "He had been outside for 44 minutes": so far, unless this is when they came back.
SO_FAR = AnyCase(r"\b(?:had|has|have|'d|’d)\s+been\s+(?:out|outside|working|walking)\b[^;.]{0,40}$")
RETURNED = AnyCase(r"\b(?:back|shut|closed|in(?:side)?|ended|over|returned)\b")
WEAKLY_GOVERNED = AnyCase(rf"\b(?:in|at|for|over|during|with|was|be|were|of)\s+{_MODIFIERS}$")
# "In six hours and seven minutes they replaced a box": a sentence that opens with it.
OPENING = AnyCase(rf"^\W*(?:in|for|over|after|during)\s+{_MODIFIERS}$")
# "In about six hours they would swab the walls": the plan.
WOULD = AnyCase(r"[^.;,]{0,40}\b(?:would|will|were\s+to|are\s+to|is\s+to)\b")
# "They worked on the hull for a total of five hours and 12 minutes": no career's, which is "over
# three spacewalks".
FOR_TOTAL = AnyCase(rf"\bfor\s+a\s+(?:(?:grand|full)\s+)?total\s+of\s+{_MODIFIERS}$")
OVER_MANY = AnyCase(
    r"[^.;]{0,60}?\b(?:over|in|on|during|across|through(?:out)?|between)\s+(?:[\w'’-]+\s+){0,4}"
    r"(?:space[\s-]?walks|EVAs|excursions|outings|walks|sorties|exits|days|flights|missions|careers?)\b"
)
# "… is over, with a total of six hours and 16 minutes": of the one walk that ended.
OWN_TOTAL = AnyCase(
    r"\b(?:over|ended|conclud\w+|finished|complete\w*|lasted|took|spent|was)\b"
    r"(?:[^.;]|[ap]\.m\.){0,30}\b"
    rf"(?:with|after|for)?\s*a\s+total\s+of\s+{_MODIFIERS}$"
    rf"|\bto\s+(?:spend|last|take|work(?:\s+\w+)?)\s+(?:for\s+)?a\s+total\s+of\s+{_MODIFIERS}$"
)
# "That one was six hours and 34 minutes."
STATED = AnyCase(
    rf"\b(?:that|this|the\s+(?:first|second|third|fourth|fifth|last|whole\s+thing|job|pair|"
    rf"two))(?:\s+(?:one|walk|outing|job))?\s+(?:was|were|ran|is)\s+{_MODIFIERS}$"
)
ALONE = AnyCase(r"^\W*(?:\w+\s+(?:length|time|duration)\W+)?$")
PARENTHESIS = re.compile(r"\([^()]{0,30}$")
ENDED = AnyCase(
    r"\b(?:end(?:ed|ing|s)?|conclud\w+|finish\w*|clos(?:ed|ing)|shut|(?:back|safely|were|returned|"
    r"came|climbed)\s+(?:back\s+)?in(?:side)?|over|hatch)\b"
    r"(?:[^.;,]{0,25}|\s+(?:shut\s+|closed\s+)?at\s+\d[\w:.\s]{1,20}),?\s*$"
)
BROKEN_OFF = AnyCase(
    r"\b(?:ends?|ended|call(?:s|ed)\s+off|cuts?|cut\s+short|abort(?:s|ed)|terminat(?:es|ed)|"
    r"halt(?:s|ed)|stopp?(?:s|ed))\b(?:[^.;]|\b[ap]\.m\.){0,60}$"
)

# "One hour and 32 minutes into the spacewalk controllers called it off": that is how long it was.
BROKEN_AFTER = AnyCase(
    r"\s+into\s+(?:an?|the|their|his|her|what|today['’]s|[A-Z][a-z]+day['’]s)\b[^.;]{0,90}?"
    r"\b(?:call(?:ed|s)\s+(?:\w+\s+){0,4}?off|cuts?\s+(?:\w+\s+)?short|abort(?:ed|s)|terminat(?:ed|es)|"
    r"(?:was|were)\s+(?:ended|halted|stopped)|ordered\s+(?:\w+\s+){0,5}back)\b"
)
# "They re-entered the station four hours into the outing."
BACK_INTO = AnyCase(
    r"\b(?:re-?entered|returned|(?:were|came|headed|called|ordered|sent)\s+back|back\s+inside)\b[^.;,]{0,50}$"
)
# "Six and a half hours later they were back inside."
LATER_BACK = AnyCase(
    r"\s+later,?\s+(?:[\w'’-]+\s+){1,8}?(?:back\s+(?:in(?:side)?|aboard)\b|inside\b|"
    r"(?:returned|back)\s+to\s+the\s+(?:\w+\s+)?airlock\b|closed\s+the\s+(?:\w+\s+)?hatch\b)"
)

# What else a length may be of.
OTHER_BEFORE = AnyCase(
    r"\b(?:every|(?:the|their|its|his|her)\s+(?:first|last|next|past|final)"
    r"(?!\s+(?:\w+\s+)?(?:space[\s-]?walk|EVA|outing|excursion|walk)\b)|"
    + _any(
        r"""
        within, before, until, coverage \w*, broadcast \w*, video, (?<!working\s)in orbit,
        career, cumulative,
        combined, mission(?! (?:took|lasted|ran|went|of)\b), flight, delay\w*, late, ahead,
        train\w*, pre-?breath\w*, brings?,
        bringing, (?<!they\s)(?<!pair\s)(?<!duo\s)(?<!walkers\s)logged,
        accumulat\w+, totals? of, aggregate, maximum(?: of)?, oxygen,
        batter(?:y|ies) (?:for|last\w*),
        enough (?:\w+ )?for, (?<!cargo\s)(?<!bay\s)holds?, air for,
        suppl(?:y|ies) (?:for|of), rated (?:for|at),
        sleep\w*, slept, trip, journey, stay(?: aboard|ed aboard), lapse, gap,
        total (?:spacewalk\w*|EVA) time, once, hours? of, aboard, additional, extra, spare,
        remain\w*(?!\soutside), rest(?:ed|ing)?, wait(?:ed|ing)?, previous, average, typical\w*,
        usually,
        past the, beyond the, limit of, lifetime of
    """
    )
    + rf")\s+(?:\w+\s+){{0,2}}?{_MODIFIERS}$"
)
OTHER_AFTER = AnyCase(
    r"^[\s-]*(?:and\s+)?(?:"
    + _any(
        r"""
        later, earlier, ago, before(?! (?:complet|return|finish|head|clos|com|re-?ent)), into,
        (?:early|late)(?=\s*[,.;)]|$|\s+(?:because|after|when|since|as|and|but|to|for|going|getting|leaving|starting)\b),
        ahead, behind, longer,
        shorter, less, more, short\b, making sure,
        after leav(?!ing (?:it|the (?:airlock|hatch|station|module))\b),
        after (?:launch|docking|lift|reach|arriv|the (?:launch|docking)), old, apart,
        delay, away, per, a day, each day, flight, video, clip, journey, trip, read,
        orbit, stay, broadcast, sleep, training, lifetime,
        of (?:coverage|training|sleep|preparation|oxygen|footage|video|film),
        of (?:spacewalk(?:ing)?|screen|air) ?time,
        doing (?:\w+ )?exercis\w+, exercising, pedall?ing, (?:pre-?)?breathing, camping, purging,
        in orbit, aboard, drive, ride, press, news, briefing, tour, since, worth, window, hold,
        pass, to go\b, remaining, left\b, and counting, longest, between, sunrise, count, every,
        total (?:spacewalk|EVA), of (?:the|their|his|her) (?:[\w.½/-]+ ){0,4}(?:walk|spacewalk|EVA),
        limit, mark, (?:(?!each\b)[A-Z]\w+ )?time\b, at a go, at a time,
        over (?:\w+ )?(?:\w+ )?(?:spacewalks|EVAs|excursions),
        (?!for (?:the|their) (?:spacewalks|EVAs)\b)(?:\w+ ){0,4}(?:spacewalks|EVAs|outings)\b,
        (?:\w+ ){0,4}excursions\b
    """
    )
    + ")"
)
# What is done on the ground or ahead of it: "two hours in their suits for a dress rehearsal".
REHEARSED = AnyCase(
    r"[^.;,]{0,50}?\b(?:rehears\w+|simulat\w+|dry\s+run|fit\s?-?checks?|practice)\b"
)
# "You are out there for six hours on a walk": anyone, on any walk.
ANYONE = AnyCase(
    r"\b(?:you(?:['’](?:re|ll)|\s+(?:are|can|could|may|will|spend|work|go|stay|have|get))|"
    r"(?:we|they|astronauts|spacewalkers)\s+(?:usually|typically|normally|generally|often))\b[^.;?!]{0,60}$"
)
# A length that is told from something else: "a half-hour after the call".
SINCE_OTHER = AnyCase(
    r"\s+after\s+(?!(?:beg[au]n|beginning|start|open|exit|leav|emerg|ventur|stepp|float|head|switch|going)\w*)"
    r"(?![^.;,]{0,70}\b(?:beg[au]n|beginning|start\w*|open\w*|exit\w*|left|leaving|emerg\w+|ventur\w+|"
    r"went|going|stepp\w+|float\w+|head\w+|switch\w+|outside|battery)\b)"
)
# One job of several, where the length is short: "two hours on a stubborn bolt".
STEP_AFTER = AnyCase(
    r"\s+(?:on\s+(?:an?|the|that|one|each)\s+(?!(?:[\w-]+\s+){0,3}(?:space[\s-]?walk|walk|EVA|outing|"
    r"excursion|outside|exterior|hull|skin|surface)\b)|(?:working(?!\s+(?:outside|in))|trying|wrestling|struggling|fighting)\b)"
)
# "Spent 50 minutes tightening bolts": no walk's, which is longer than that or told otherwise.
DOING = AnyCase(
    r"\s+(?!(?:working|walking|spacewalking|floating|drifting|hanging|dangling|tumbling|flying|being|"
    r"standing|during|everything|orbiting|circling)\b)[a-z]+ing\b"
)
# "They finished the second task in just over two hours."
TASK_IN = AnyCase(
    rf"\b(?:finish\w*|complet\w+|did|done|accomplish\w*)\s+(?:(?:with|up)\s+)?(?:the|this|that|their|a|one)\s+"
    rf"(?:[\w-]+\s+){{0,2}}(?:task|step|part|hook-?up|installation|chore|swap)s?\s+in\s+{_MODIFIERS}$"
)
# "Getting the bolt loose took three hours."
STEP_BEFORE = AnyCase(
    r"(?:^|[,;]\s+)\W*(?!(?:working|walking|spacewalking)\b)[a-z]+ing\s+(?:the|an?|that|it|them|each|all)\b"
    r"[^;,]{0,60}\b(?:took|lasted)\b[^;,]*$"
)
OTHER_SUBJECT = AnyCase(
    r"\b(?:burn|firing|thrusters?|manoeuvre|maneuver|launch|docking|pressuri[sz]ation|venting|"
    r"briefing|interview|leak)\b[^;,]{0,60}?\b(?:lasted|lasting|took|ran|went\s+on)\b[^;,]*$"
)
PART = re.compile(r"[^.,;]{0,25}\bwhen\b")
# "The longest until then, 7 hours and 29 minutes, was set by A and B in 2013."
RECORD_AFTER = AnyCase(
    r"^\W*(?:that\s+)?(?:was\s+|were\s+|is\s+|had\s+been\s+)?(?:set|held|logged|made|recorded|"
    r"established)\s+(?:(?!(?:by|in)\b)\w+\s+){0,4}(?:by|in)\b"
    r"|^\W*(?:that\s+|which\s+)?(?:(?:had\s+)?belong(?:s|ed)\s+to|(?:had\s+)?stood\s+since)\b"
)
COMPARED = AnyCase(
    rf"\b(?:the|previous|old|existing|standing|earlier|"
    rf"[A-Z]\w+['’]s)\s+(?:\w+\s+){{0,2}}?(?:record|mark)\b(?!\s+books?|-)"
    rf"[^.;]{{0,25}}?(?:\bof|,|\bwas|\bat|:|\(|\s[—–-])\s*{_MODIFIERS}$"
    rf"|\blongest\s+(?:until|till|before|to\s+date|so\s+far|up\s+to)\b[^.;]{{0,25}}(?:,|"
    rf"\bwas)\s*{_MODIFIERS}$"
    rf"|\b(?:beat|beats|beating|surpass\w*|eclips\w*|top(?:s|ped|ping)|broke|break(?:s|ing)?|"
    rf"exceed\w*)\s+(?:[\w’']+\s+){{0,4}}?{_MODIFIERS}$"
)
TOTAL = AnyCase(
    r"\b(?:career|cumulative|aggregate|combined|(?<!they\s)(?<!pair\s)(?<!duo\s)(?<!walkers\s)logged|accumulat\w+|brings?|bringing|altogether|"
    r"(?:\w+|\d+)\s+(?:career\s+)?(?:spacewalks|EVAs|EVA\s+sessions|excursions|outings|walks)\b)"
)

# What the words after it say is the spacewalk's own.
_ADJECTIVE = (
    r"(?!(?:into|in|of|on|before|after|for|to|an?|the|from|with|and|over|later|earlier|as|at|when)\b)"
    r"[\w-]+"
)
ATTRIBUTE = AnyCase(
    rf"^[\s-]*(?:long[\s,]+)?(?:{_ADJECTIVE}\s+){{0,2}}?(?:space[\s-]?walk|EVA|excursion|outing|"
    rf"extravehicular|sortie|walk(?=\s+in\s+space))\b(?!\s+(?:time|record))"
)
# "Two 6.5-hour spacewalks", "a series of six-hour outings".
COUNTED = AnyCase(
    r"\b(?:two|three|four|five|both|several|(?:pair|series|trio)\s+of)\s+(?:[\w-]+\s+){0,2}$"
)
ATTRIBUTE_OF_ALL = AnyCase(
    rf"^[\s-]*(?:long[\s,]+)?(?:{_ADJECTIVE}\s+){{0,2}}?(?:space[\s-]?walks|EVAs|excursions|outings|"
    r"sorties)\b"
)
GENERAL = AnyCase(
    r"\b(?:average|typical|usual|standard|normal|previous|every|combined|record-breaking|"
    r"the\s+record)\s+(?:[\w-]+\s+)?$"
)
# Of hours, these are a spacewalk's as well: "their seven-hour mission", "the six-hour operation".
UNDERTAKING = AnyCase(
    rf"^[\s-]*(?:long[\s,]+)?(?:{_ADJECTIVE}\s+){{0,2}}?(?:mission|operation|task|effort|repairs?|salvage|rescue|ballet|struggle|battle|endeavou?r|"
    r"trek|procedure|marathon|(?:trip|journey|venture)\s+outside)\b"
)
# "All was over in 19 minutes", "it was done in under four hours": of a whole, however short.
OVER_IN = AnyCase(
    rf"(?:^|[,;—–]\s+|\band\s+|\bbut\s+)\W*(?:it|all|everything|the\s+(?:\w+\s+)?(?:walk|spacewalk|outing|excursion|EVA))\s+"
    rf"(?:was|is|had\s+been)\s+(?:all\s+)?over\s+(?:in|within|after)\s+{_MODIFIERS}$"
)
# "They finished the job in just under seven hours", "the whole operation took eight hours".
FINISHED_IN = AnyCase(
    rf"\b(?:complet\w+|finish\w*|accomplish\w*|wrapped\s+up|carried\s+out|did|done|over)\s+"
    rf"(?:(?!(?:first|second|third|next|one|half|tasks?|step|part|part\s+of)\b)[\w'’-]+\s+){{0,8}}"
    rf"in\s+{_MODIFIERS}$"
)
UNIT_AFTER = AnyCase(
    rf"^[\s-]*(?:long[\s,]+)?(?:{_ADJECTIVE}\s+){{0,3}}?(?:space[\s-]?walk|EVA|excursion|outing|"
    rf"walk|extravehicular|stroll|exit|"
    r"sortie|foray|work\s+session|jaunt|spacewalking|ordeal|repair\s+job|job|session|stint|shift)\b"
)
# "They returned after about six hours of EVAs", where the one outing is called by the plural.
BACK_AFTER = AnyCase(
    r"\b(?:return(?:ed|ing)|back|complet(?:ed|ing)|finished|ended|concluded|re-?entered)\b[^;]{0,70}?"
    rf"\bafter\s+{_MODIFIERS}$"
)
OF_EVAS = AnyCase(
    r"\s+of\s+(?:EVAs|extravehicular\s+activities|outboard\s+activities|spacewalks)\b"
)
# "Six hours and 34 minutes after they opened the hatch."
OWN_AFTER_EXIT = AnyCase(
    r"^\s+after\s+(?:(?:it|they|he|she|the\s+\w+|[A-Z]\w+)\s+)?(?:had\s+)?(?:been\s+)?(?:began|begun|begin\w*|start\w*|open\w*|exit\w*|left|"
    r"leaving|emerg\w+|ventur\w+)"
)
# "They shut the hatch a quarter of an hour after opening it."
HATCH_SHUT = AnyCase(
    r"\b(?:shut|clos(?:ed|ing)|seal(?:ed|ing)|were\s+back|back\s+in(?:side)?|returned|re-?entered)\b[^.;]{0,40}$"
)
OWN_AFTER = AnyCase(
    r"^\s*(?:,\s*)?(?:outside|out\b|in\s+(?:open\s+|outer\s+)?space|in\s+the\s+(?:vacuum|void)|"
    r"of\s+(?:work|space\s?walking|EVA|extravehicular|bolt|labor|labour|toil|plain|steady|hard|"
    r"odds)|working|"
    r"after\s+(?:(?:it|they|he|she|the\s+\w+)\s+)?(?:had\s+)?(?:been\s+)?(?:began|begun|begin\w*|"
    r"start\w*|open\w*|exit\w*|left|leaving|emerg\w+|ventur\w+)|"
    r"long(?=\s*[.,;)]|$)|to\s+(?:complete|finish|do)(?=\s*[.,;]|\s+(?:it\s+all|everything|all)\b)|"
    r"in\s+(?:all|total)|on\s+the\s+dot|flat|tethered|beyond|to\s+(?:complete|finish)\s+(?:the|"
    r"their|tasks?)|and\s+ended|with|"
    r"for\s+(?:the\s+(?:whole\s+)?(?:outing|walk|spacewalk|job|excursion|first|second|third)|"
    r"[A-Z][a-z]+day['’]s))\b"
)

PLAN = AnyCase(
    r"\b"
    + _any(
        r"""
        expected, expects?, scheduled, planned, plans?, supposed, slated, anticipated, estimated,
        will,
        would, should, could, to last,
        due(?! to (?:an?|the|its|their|\w+ (?:problem|issue|trouble|difficult|fault|failure)\w*)\b),
        set to, projected, allotted, timelined?, forecast,
        intended, meant to, designed to, budgeted, was to, were to, set aside, set down,
        laid out, hoped, might, provided, counted on, had allowed, had said,
        had promised, had spoken of, had talked of, had predicted, had figured, had guessed,
        instead of the, against (?:a|the) plan, reckoned,
        penciled, pencilled, put down, spoken, billed, calculated, foreseen, envisioned,
        figured, prepared to, ready to, calls? for, called for, plan:?
    """
    )
    + r"(?:\b|(?<=:))"
)
# "An hour longer than the 5 hours and 45 minutes that had been planned."
PLAN_AFTER = re.compile(
    r"^\s*(?:that\s+|which\s+)?(?:(?:(?:had|has|was|were|been|originally|first|they|"
    r"controllers)\s+){0,3}"
    r"(?:planned|scheduled|expected|allotted|allowed|budgeted|timelined|forecast|foreseen)|"
    r"(?:on|in)\s+(?:the|their)\s+(?:\w+\s+)?(?:schedule|timeline|plan))\b",
    re.I,
)
# "It exceeded the planned six hours."
PLANNED_HERE = AnyCase(
    rf"\b(?:planned|scheduled|expected|allotted|budgeted|timelined|projected|"
    rf"anticipated)\s+{_MODIFIERS}$"
)
# "The six-hour spacewalk had been set for Tuesday."
WAS_SET = re.compile(
    r"^[\s-]*(?:[\w-]+\s+){0,3}?(?:space[\s-]?walk|EVA|excursion|outing|walk)\s+(?:(?:had|has|was|"
    r"is|were|been|will|be)\s+){1,3}"
    r"(?:originally\s+|first\s+|now\s+|tentatively\s+)?(?:set|scheduled|planned|due|slated|"
    r"expected|supposed|to\s+(?:begin|start|have))\b",
    re.I,
)
# "Ready for what should have been a six-hour trip".
SHOULD_HAVE = AnyCase(
    r"\b(?:(?:should|was\s+to|were\s+to|would|was\s+supposed\s+to|was\s+meant\s+to)\s+have\s+been|"
    r"(?:supposed|meant)\s+to\s+(?:be|have\s+been))\s+(?:an?|the)\s+(?:\w+\s+)?$"
)
# "At the beginning of a six-hour spacewalk".
AT_ITS_START = re.compile(
    r"\b(?:beginning|start|outset|middle)\s+of\s+(?:an?|the|their|his|her)\s+$"
)
# "Began a six-hour spacewalk", "set out on a seven-hour mission": what lies before them.
SETS_OUT = AnyCase(
    r"\b(?:beg[aiu]n(?:ning)?|begins|start(?:ed|s|ing)?|embark(?:ed|s|ing)?\s+(?:up)?on|set(?:s|ting)?\s+"
    r"(?:off|out)\s+(?:on|for)|kick(?:ed|s|ing)?\s+off|commenc(?:ed|es|ing))\s+"
    rf"(?:what\s+(?:was|is)\s+)?(?:an?|the|their|his|her)\s+(?:\w+ly\s+)?{_MODIFIERS}$"
)
# "Quicker than planned, spending six hours outside": the plan is only what it is likened to.
AS_PLANNED = re.compile(
    r"\b(?:than|as)\s+(?:\w+\s+)?(?:planned|scheduled|expected|intended|anticipated|projected|"
    r"forecast|hoped|supposed)\b",
    re.I,
)
# A verb that says how long it took in the end, whatever was planned earlier in the sentence.
DONE = re.compile(
    rf"(?<!have)(?<!to)\s(?:lasted|took|ran|ended(?:\s+up)?|over\s+after|clocked\s+in|wound\s+up|finished|"
    rf"concluded|came)\s+{_MODIFIERS}$",
    re.I,
)
ELLIPTIC = Cue(
    r"\b(?:plan\s+(?:had\s+been|was|is)|planned|expected|scheduled|laid\s+out|estimated|figured|foreseen|reckoned|budgeted|"
    r"timelined|supposed|billed|slated|down|set\s+aside)\s+(?:to\s+(?:last|run|take)\s+|for\s+|"
    r"on\s+|at\s+)?"
    r"(?:about\s+|around\s+|roughly\s+|some\s+|only\s+)?((?:four|five|six|seven|eight|nine|"
    r"[4-9])(?:\s+and\s+a\s+half|\s*½|\.5)?)(?=\s*[.,;)]|\s+(?:but|and)\b|$)"
    r"(?!\.\d)"
)
# "A little longer than the six and a half foreseen".
ELLIPTIC_AFTER = AnyCase(
    r"\b(?:than|of|for|to)\s+the\s+((?:four|five|six|seven|eight|nine|[4-9])(?:\s+and\s+a\s+half|"
    r"\s*½|\.5)?)\s+(?:that\s+(?:had\s+been|was|were)\s+)?"
    r"(?:foreseen|planned|scheduled|expected|allotted|budgeted)\b"
)
HOURS = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
