"""Small closed word classes of English that the task grammar and the assembly lean on."""


def words(text: str) -> frozenset[str]:
    """The set of the words of ``text``, which are told apart by spaces."""
    return frozenset(text.split())


MODALS = words("will would can could should must shall may might 'll to")
BE = words("be is are was were been being")
HAVE = words("have has had having 've")
ADVERBS = words(
    "also then first now next later soon again still just only even not never n't "
    "successfully quickly carefully manually finally fully partially temporarily "
    "permanently eventually together jointly initially instead both each thus simply safely "
    "slowly further begin once twice afterwards thereafter meanwhile already"
)
DETERMINERS = words(
    "a an the this that these those his her their its one two three four five six seven "
    "eight nine ten some several many more another any each both all no new old eleven "
    "twelve various additional"
)
ADJECTIVES = words(
    "new old large small long older big fresh modern faulty spare more bulky improved "
    "better second third"
)
ARTICLES = words("a an the this these those his her their its")
PRONOUNS = frozenset(["they", "he", "she"])
OBJECT_PRONOUNS = words("it them one ones another others both")
CREW_WORDS = words(
    "they he she astronaut astronauts cosmonaut cosmonauts taikonaut taikonauts spacewalker "
    "spacewalkers spacemen spaceman pair duo crew crewmates crewmate crewmembers crewmember "
    "men women trio partner team spacefarers colleagues spacefarer yuhangyuan veteran "
    "rookie walkers partners crews crewman crewmen man woman twosome"
)
OTHER_AGENTS = words(
    "nasa controllers controller engineers officials agency roscosmos arm canadarm2 "
    "canadarm dextre robot robotics ground teams managers spacex boeing russia researchers "
    "scientists technicians programme program company operators workers station spacecraft "
    "dragon progress cargo houston experts specialists energia shuttle it which esa jaxa "
    "planners you we i"
)
NOT_CREW_BEFORE = words(
    "ground control launch recovery science engineering test rescue operations future later "
    "next previous earlier"
)
SAYING = words("said says say confirmed announced reported noted added explained wrote told")
CLAUSE_STOPS = words(
    "while before after when because since where which who whom whose so but until although "
    "though if once unless whereas during amid despite than whether following ahead prior "
    "upon"
)
FINITE = words(
    "is are was were be been will would has have had can could may might should must said "
    "says say did does do 's n't began begin ended took takes went goes came comes"
)
PREPOSITIONS = words(
    "in on at from into onto near outside inside along under over beneath between around "
    "across of for with to off atop aboard beside behind via through within toward towards "
    "above below against next without about as by among alongside upon"
)
TRAILING = PREPOSITIONS - {"outside", "inside", "off"} | words(
    "and or the a an also then as well their his her its new , - – — \" “ ‘ ' this that "
    "both another"
)
TIME_WORDS = words(
    "monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow "
    "yesterday january february march april june july august september october november "
    "december jan feb mar apr jun jul aug sept sep oct nov dec"
)
TASK_WORDS = words(
    "task tasks work works chore chores job jobs objective objectives goal goals include "
    "includes included including involve involves involved activities activity plan plans "
    "planned agenda list duties assignment assignments priority priorities timeline "
    "scheduled tasked to-do items repairs"
)
WALK_WORDS = words(
    "eva evas excursion excursions outing outings sortie sorties exit evas' extravehicular"
)
EOF_WORDS = frozenset(("!", "?", ";", ":", "—", "–", "•", "|", "…"))
GERUND_OPENERS = words(
    "by besides include includes including included involve involves involving involved of for "
    "with after spent spend spends spending began begun begin begins start started starts finish "
    "finished finishes complete completed continue continued continues and or , : ; - – — • "
    "then are were is was be on like through tasks resume resumed before while outside "
    "hours work busy focused successfully minutes * ) up try tried keep kept to day as turns down "
    "problem problems trouble difficulty difficulties"
)
LIST_MARKS = frozenset(("and", "or", ",", "then", "before", "after", "&", ";", "plus", "—", "–"))
DEFERRALS = words(
    "deferred defer defers deferring postponed postpone postponing delayed delay "
    "rescheduled abandoned abandon skipped "
    "skip scrapped scrap dropped"
)
NEGATIONS = words(
    "unable failed not n't couldn't didn't wasn't weren't cannot without never "
    "unsuccessfully couldn’t didn’t wasn’t weren’t"
)
STOP_GERUNDS = words(
    "using allowing making leaving giving providing enabling including bringing completing "
    "marking setting helping ensuring wearing taking ending beginning finishing "
    "improving increasing boosting according paving clearing preparing concluding becoming "
    "being having while adding saying dubbed involving"
)
UNREAL_BEFORE = words(
    "trained training train rehearse rehearsed rehearsing practise practised practising "
    "simulated simulate pool underwater learned learn"
)
AIMS = words(
    "order designed used intended meant required enough easier built effort efforts ability"
)


def is_walk(lower: str) -> bool:
    """Say whether a lower-cased word names a spacewalk: "spacewalk", "EVA", "sortie"."""
    return "walk" in lower or lower in WALK_WORDS
