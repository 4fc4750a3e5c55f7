"""Small closed word classes of English that the task grammar and the assembly lean on."""

MODALS = frozenset("will would can could should must shall may might 'll to".split())
BE = frozenset("be is are was were been being".split())
HAVE = frozenset("have has had having".split())
ADVERBS = frozenset(
    "also then first now next later soon again still just only even not never n't successfully quickly carefully "
    "manually finally fully partially temporarily permanently eventually together jointly initially instead both each "
    "thus simply safely slowly further begin".split()
)
DETERMINERS = frozenset(
    "a an the this that these those his her their its one two three four five six seven eight nine ten some several "
    "many more another any each both all no new old".split()
)
PRONOUNS = frozenset("they he she".split())
CREW_WORDS = frozenset(
    "they he she astronaut astronauts cosmonaut cosmonauts taikonaut taikonauts spacewalker spacewalkers spacemen spaceman "
    "pair duo crew crewmates crewmate crewmembers crewmember men women trio partner team spacefarers colleagues spacefarer "
    "engineers' yuhangyuan veteran rookie walkers partners crews crewman crewmen man woman".split()
)
OTHER_AGENTS = frozenset(
    "nasa controllers controller engineers officials agency roscosmos arm canadarm2 canadarm dextre robot robotics ground "
    "teams managers spacex boeing russia researchers scientists technicians programme program company operators "
    "workers station spacecraft dragon progress cargo houston experts specialists "
    "it which esa jaxa planners you we i".split()
)
CLAUSE_STOPS = frozenset(
    "while before after when because since where which who whom whose so but until although though if once unless "
    "whereas during amid despite than whether following ahead prior".split()
)
FINITE = frozenset(
    "is are was were be been will would has have had can could may might should must said says say did does do "
    "'s n't began begin ended took takes".split()
)
PREPOSITIONS = frozenset(
    "in on at from into onto near outside inside along under over beneath between around across of for with to off atop "
    "aboard beside behind via through within toward towards above below against next without about as by".split()
)
TRAILING = PREPOSITIONS | frozenset(
    "and or the a an also then as well their his her its new , - – — \" “ ‘ ' this that both".split()
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow yesterday january february march "
    "april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
TASK_WORDS = frozenset(
    "task tasks work works chore chores job jobs objective objectives goal goals include includes included including "
    "involve involves involved activities activity plan plans planned agenda list duties assignment assignments".split()
)
EOF_WORDS = frozenset(("!", "?", ";", ":", "—", "–", "•", "|", "…"))
