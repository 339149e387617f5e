//! The shapes of questions that are understood, each with who answers it.

use super::answer::Answer;
use super::asker::Ask;
use super::question::When;
use super::{links, meaning, people, time};
use crate::date::Date;
use crate::model::{AsOf, EntryId, Kind};

/// Who answers a shape, from the words that its pattern leaves open.
type Answers = fn(&Ask<'_>, &[Vec<String>]) -> Option<Answer>;

/// The patterns, in the order in which they are tried. `X` and `Y` stand for words.
const SHAPES: &[(&str, Answers)] = &[
    // Whether it holds.
    ("status|edition|version", |ask, _| Some(ask.status())),
    ("superseded|replaced|outdated by?", |ask, _| {
        Some(ask.status())
    }),
    ("still? in force|valid|effect", |ask, _| Some(ask.status())),
    ("is X still? in force|valid|effect", time::in_force),
    ("is X still valid|current|active", time::in_force),
    ("is X superseded|replaced|outdated", time::in_force),
    ("does X still? exist", time::exists),
    ("is X still? exist|existing", time::exists),
    ("is X still in existence", time::exists),
    (
        "how long is|was X supposed|meant|planned|expected to last|run|hold",
        time::planned_life,
    ),
    ("how long is|was X valid", time::planned_life),
    ("is X still there|around|alive", time::exists),
    ("is X still Y", people::is_still),
    ("what is status of X", time::in_force),
    // People and offices.
    ("who heads|leads|runs|chairs|directs X", people::head),
    ("who led|ran X", people::head),
    (
        "who is|was|were head|chief|leader|boss|chair|director of X",
        people::head,
    ),
    (
        "who is|was|were X head|chief|leader|boss|chair",
        people::head,
    ),
    ("who is|was|were in charge of X", people::head),
    ("who is|was|were at head|top of X", people::head),
    ("whom|who is|was X headed|led by", people::head),
    ("by whom is|was X headed|led", people::head),
    ("X is|was headed|led by whom|who", people::head),
    ("who is|was|were deputy of|in? X", people::deputy),
    ("who deputises|deputizes for X", people::deputy),
    ("who is|was|were X deputy", people::deputy),
    ("who|what is|are|was|were member|part of X", people::members),
    ("who are|were X members", people::members),
    ("who sits|sat|is|was on X", people::members),
    (
        "which ministries|ministers|bodies are|were|sit|sat on|in X",
        people::members,
    ),
    ("what|who is|was|were secretariat of X", people::secretariat),
    ("who serves|served as secretariat of X", people::secretariat),
    ("who is|was|sits|stands above|over X", people::above),
    ("to? whom|who does|did X report|answer to?", people::above),
    ("who does|did X report|answer to", people::above),
    ("who oversees|supervises X", people::above),
    ("what is|was above X", people::above),
    (
        "when did|does X leave|take|enter|hold office",
        people::in_office,
    ),
    ("when was|is X in office", people::in_office),
    ("how long was|is X in office", people::in_office),
    (
        "which|what offices|posts did|does X hold",
        people::in_office,
    ),
    ("who held|holds office|post|position of X", people::holder),
    ("who is|was X before Y", people::before),
    ("who is|was X after Y", people::after),
    ("who was|is|were X", people::who),
    ("who has|had been X", people::who),
    // Dates.
    (
        "when was|were|is|did X founded|established|created|set|formed|born up?",
        time::founded,
    ),
    (
        "when did X start|begin|open|come|launch into? being?",
        time::founded,
    ),
    (
        "what|which year was|were X founded|established|created|set|formed up?",
        time::founded,
    ),
    ("since when is|does|has|did X exist|there?", time::founded),
    (
        "when was|were X adopted|decided|approved|passed|enacted|agreed|published|signed",
        time::adopted,
    ),
    (
        "what|which year was|were X adopted|decided|approved|passed|enacted",
        time::adopted,
    ),
    (
        "who adopted|decided|approved|issued|passed X",
        time::adopter,
    ),
    (
        "by whom was X adopted|decided|approved|issued",
        time::adopter,
    ),
    (
        "when was|were|did|will X replaced|superseded|abolished|dissolved|ended|closed|end",
        time::ended,
    ),
    ("how long was X in force", time::ended),
    (
        "when did|does X adopt|decide|approve|pass|enact|agree|sign Y",
        time::adopted_by,
    ),
    (
        "when was|were X adopted|decided|approved|passed|enacted by Y",
        time::adopted_by,
    ),
    (
        "when did|does X come|enter|go into? force|effect",
        time::in_force_since,
    ),
    (
        "when came|was|is|are X in|into? force|effect",
        time::in_force_since,
    ),
    ("when did X become Y", time::became),
    (
        "when was X renamed|turned|reorganised|upgraded into|to|as|by Y",
        time::became,
    ),
    ("when did|does X take|happen|occur place?", time::event),
    ("when was|were|did|is|does X held", time::event),
    ("when was|were|did|is|does X", time::event),
    ("what|which date was|is X", time::event),
    (
        "what happened|changed after|since X was|were? adopted|decided",
        time::happened_after,
    ),
    ("what happened", time::happened),
    ("what changed", time::happened),
    ("what was|were done|decided", time::happened),
    ("what events|milestones happened|occurred?", time::happened),
    // Before and after.
    (
        "what|who replaced|replaces|superseded|supersedes|succeeded|succeeds|followed|follows X",
        links::successor,
    ),
    ("what|who came|comes after X", links::successor),
    ("what|who is|was successor of|to X", links::successor),
    ("what became of X", links::successor),
    ("what did X become", links::successor),
    ("what happened to X", links::successor),
    ("what is X replaced|superseded by|with", links::successor),
    ("what was X replaced|superseded by|with", links::successor),
    (
        "what|who did|does X replace|supersede|succeed|follow",
        links::predecessor,
    ),
    ("what|who preceded|precedes X", links::predecessor),
    ("what|who came|was|were before X", links::predecessor),
    ("what|who is|was predecessor of|to X", links::predecessor),
    // Voices.
    (
        "how did|does|do X react|respond|answer|reply to? it?",
        meaning::reaction,
    ),
    (
        "how did|does|do X react|respond|answer|reply to Y",
        meaning::reaction,
    ),
    ("what did|does|do X say", meaning::reaction),
    (
        "what did|does|do X say|think about|of|on|to Y",
        meaning::reaction,
    ),
    ("what is|was reaction of X", meaning::reaction),
    ("what is|was X reaction", meaning::reaction),
    (
        "who says|said|claims|claimed|thinks|believes|argues that? X",
        meaning::who_says,
    ),
    (
        "whose opinion|judgement|view|claim is it? that? X",
        meaning::who_says,
    ),
    (
        "does anyone|anybody|somebody say that? X",
        meaning::who_says,
    ),
    ("who criticises|criticizes X", links::criticised),
    (
        "what did|does|do X say|think|tell about|of|on|to? Y",
        meaning::says_about,
    ),
    (
        "does|do|did X say|mention|cover|address|contain anything|something? about|on? Y",
        meaning::strategy_says,
    ),
    ("what does|do|did X do with Y", links::relation),
    (
        "how does|do|did X cooperate|work|deal with Y",
        links::relation,
    ),
    (
        "what does|do|did X do to? protect|for|against|about Y",
        links::does_for,
    ),
    (
        "what is|was|has? changed|different|new between X and Y",
        meaning::difference,
    ),
    // Sources.
    ("where does|did X come from", meaning::source),
    ("where is|was X from|stated|written", meaning::source),
    ("what is|are source of|for|on X", meaning::source),
    ("which|what source says|supports|is X", meaning::source),
    ("source of|for X", meaning::source),
    // Two entries.
    ("what is|are difference between two|both X", meaning::twins),
    ("how do|are two|both X differ|different", meaning::twins),
    ("why are there two X", meaning::twins),
    (
        "what is|are difference between X and Y",
        meaning::difference,
    ),
    ("what distinguishes X from Y", meaning::difference),
    ("how do|does|did X differ from|and Y", meaning::difference),
    ("how is|are X different from Y", meaning::difference),
    ("X vs|versus Y", meaning::difference),
    ("difference between X and Y", meaning::difference),
    ("compare X and|with|to Y", meaning::difference),
    (
        "how do|are|is|does|were|was X and Y relate|related|connected|linked",
        links::relation,
    ),
    (
        "how is|are|was|were X related|connected|linked to|with Y",
        links::relation,
    ),
    ("how does|do|did X relate to Y", links::relation),
    (
        "what is|are|was relation|relationship|link|connection between X and Y",
        links::relation,
    ),
    (
        "what does|do|has|have X have? to do with Y",
        links::relation,
    ),
    // Counts and lists.
    ("how many X", meaning::count),
    ("how many X are|were there", meaning::count),
    ("how many X does|do|did Y have|has", meaning::count_of),
    ("how many X has|have|had Y", meaning::count_of),
    ("what|which are|were X of Y", meaning::count_of),
    ("what|which are|were X", meaning::count),
    (
        "which|what X does|do|did Y have|include|contain|set",
        meaning::count_of,
    ),
    ("list|name X of Y", meaning::count_of),
    ("list|name all? X", meaning::count),
    ("what X are|were there", meaning::count),
    // Which of a kind.
    ("which|what X is|are|was|were about|on|for Y", links::which),
    (
        "which|what X covers|addresses|tackles|includes|mentions|handles|treats Y",
        links::which,
    ),
    ("which|what X deals|deal with Y", links::which),
    ("which|what X does|do|did Y address|cover", links::which),
    (
        "which|what X does|do|did Y serve|support",
        links::which_serves,
    ),
    ("which|what X serves|supports Y", links::which_serves),
    ("which|what X does|do|did Y protect", links::which_protects),
    ("which|what X protects Y", links::which_protects),
    (
        "which|what X does|do|did Y target|threaten|attack",
        links::which_targets,
    ),
    (
        "which|what X targets|threatens|attacks Y",
        links::which_targets,
    ),
    ("which|what X does|do|did Y pose", links::which_behind),
    ("which|what X comes|come|came from Y", links::which_behind),
    (
        "which|what X created|established|founded|set up? Y",
        links::which_founded,
    ),
    (
        "which|what X does|do|did Y see|name|list|describe|face|mention|contain",
        links::which,
    ),
    (
        "what is|are|was|were X accused|suspected|blamed of|for",
        links::accused,
    ),
    (
        "which|what X is|was base|basis|foundation of|for Y",
        links::which_founded,
    ),
    ("which|what X belongs|belong to Y", links::which),
    ("which|what X is|are Y in", links::which),
    (
        "where is|are X covered|addressed|treated",
        links::which_pillar,
    ),
    // Where something is.
    (
        "where is|was|were X located|based|situated|placed?",
        links::whole,
    ),
    ("what is|was X part of", links::whole),
    ("what|which does|did X belong to", links::whole),
    // One verb.
    ("what does|do|did X protect", links::protects),
    ("who|what protects|guards|defends X", links::protected_by),
    (
        "what does|do|did X address|tackle|cover|fight",
        links::addresses,
    ),
    (
        "who|what addresses|tackles|fights|covers X",
        links::addressed_by,
    ),
    ("what does|do|did X target|attack|threaten", links::targets),
    ("who|what targets|attacks|threatens X", links::targeted_by),
    ("what does|do|did X serve|support", links::serves),
    ("who|what serves|supports X", links::served_by),
    (
        "who|what is|was|are|were responsible for X",
        links::responsible,
    ),
    (
        "what is|was|are|were X responsible for",
        links::responsible_for,
    ),
    (
        "who|whom|what does|do|did X criticise|criticize",
        links::criticises,
    ),
    (
        "who drafted|wrote|drew|prepared|compiled|authored up? X",
        links::drafted_by,
    ),
    ("who drew|made X up", links::drafted_by),
    ("who is|was behind X", links::behind),
    ("who carries|carried out X", links::behind),
    ("who is|are|was|were allied with X", links::allied),
    ("who are|were allies|partners of X", links::allied),
    ("who cooperates|works|worked with X", links::allied),
    ("who exercises|trains with X", links::exercises),
    (
        "who does|do|did it? name|see|call as? threat",
        links::named_threats,
    ),
    (
        "which|what countries|states does|do|did it|strategy name|see|mention|call as? threat?",
        links::named_threats,
    ),
    (
        "which|what countries|states are|were named as? threat?",
        links::named_threats,
    ),
    (
        "who founded|established|created|set X up?",
        links::founded_by,
    ),
    // Reasons.
    (
        "why does|is|should X matter|important|us?",
        meaning::matters,
    ),
    ("why X", meaning::why),
    // What it is.
    ("what is|was|are|were aim|purpose of X", meaning::aims),
    (
        "what does|do|did X aim|want at|for|to? achieve?",
        meaning::aims,
    ),
    ("what does|do X do", meaning::what),
    ("what is|was|are|were job|task|role of X", meaning::what),
    ("what role does|do|did X play|have", meaning::what),
    ("what is|was X role|job|task", meaning::what),
    ("what does|do X stand for", meaning::stands_for),
    ("what does|do X mean", meaning::what),
    ("what means|mean X", meaning::what),
    ("what is|are meaning|definition of X", meaning::what),
    ("meaning|definition of X", meaning::what),
    ("what is X about", meaning::what),
    ("what is meant by X", meaning::what),
    ("what is|are|was|were X", meaning::what),
    ("what was|is X all? about", meaning::what),
    ("define|explain|describe X", meaning::what),
    ("tell me about X", meaning::what),
    ("X or Y", meaning::difference),
    ("X", people::holder_then),
];

/// The words that the patterns wait for.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let tokens = SHAPES
        .iter()
        .flat_map(|(pattern, _)| pattern.split([' ', '|']));
    tokens
        .map(|token| token.trim_end_matches('?'))
        .filter(|word| word.len() > 1)
}

/// The answer of the first shape that fits and has one.
pub(super) fn answer(ask: &Ask<'_>) -> Option<Answer> {
    SHAPES.iter().find_map(|(pattern, answers)| {
        let mut ways = ask.question.fits(pattern).into_iter();
        ways.find_map(|open| answers(ask, &open).filter(|answer| ask.is_of_its_time(answer)))
    })
}

impl Ask<'_> {
    /// Whether an answer is about the time that the question names: its words have to be used too.
    fn is_of_its_time(&self, answer: &Answer) -> bool {
        match self.question.when {
            When::On(date) => self.is_timed(answer) || self.shows(answer, date),
            When::Between(..) => self.is_timed(answer),
            When::Open | When::Now | When::Then => true,
        }
    }

    /// Whether an answer was made for a time.
    fn is_timed(&self, answer: &Answer) -> bool {
        let at_any = [AsOf::All, AsOf::On(self.asker.today)];
        at_any.iter().all(|as_of| answer.time != self.named(*as_of)) && answer.time != "now"
    }

    /// Whether an answer for all times tells of something that was within a date.
    fn shows(&self, answer: &Answer, date: Date) -> bool {
        let is_within = |id: &EntryId| {
            let event = self.entry(*id).event();
            event.is_some_and(|event| date == event.date || date.contains(event.date))
        };
        let near = |id: &EntryId| {
            let relations = self.strategy().relations(*id);
            relations.iter().any(|each| is_within(&each.other))
        };
        let claims = |id: &&EntryId| self.entry(**id).kind == Kind::Claim;
        let rests = &answer.rests_on;
        let text = answer.lines(self.strategy()).join(" ");
        let has_year = matches!(date, Date::Year(_)) && text.contains(&date.to_string());
        has_year || rests.iter().any(is_within) || rests.iter().filter(claims).any(near)
    }
}
