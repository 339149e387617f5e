//! Questions as people ask them, and what the model may answer.

use senryaku::ask::{Answer, Asker, Names, Reply, path};
use senryaku::date::Date;
use senryaku::model::{self, AsOf, Strategy};
use senryaku::search::Corpus;

struct World {
    strategy: Strategy,
    corpus: Corpus,
    names: Names,
}

impl World {
    fn japan() -> Self {
        let text = include_str!("../../data/japan-2021.ron");
        let loaded = model::load("japan-2021.ron", text.into());
        let strategy = loaded.expect("the built-in model loads").strategy;
        Self {
            corpus: Corpus::new(&strategy),
            names: Names::new(&strategy),
            strategy,
        }
    }

    fn ask(&self, question: &str, as_of: AsOf) -> Reply {
        let asker = Asker {
            strategy: &self.strategy,
            corpus: &self.corpus,
            names: &self.names,
            today: Date::Day(2026, 11, 27),
            as_of,
        };
        asker.ask(question)
    }

    fn answer(&self, question: &str) -> Option<Answer> {
        match self.ask(question, AsOf::All) {
            Reply::Answer(answer) => Some(*answer),
            _ => None,
        }
    }

    fn text(&self, answer: &Answer) -> String {
        answer.lines(&self.strategy).join("\n")
    }
}

/// What has to stand in the answer, `|` between the parts; what must not, after `!`.
const ANSWERED: &[(&str, &str)] = &[
    // A year that tells one of a line from another is no time.
    (
        "what replaced the strategy of 2018",
        "Cybersecurity Strategy (2018) was succeeded by Cybersecurity Strategy (2021)|!2025",
    ),
    (
        "what is the strategy of 2018",
        "of 27 July 2018|!decided by the Cabinet on 28",
    ),
    ("when was the strategy of 2015 adopted", "4 Sep 2015|!2021"),
    (
        "what is NISC of 2005",
        "National Information Security Center|!hub of",
    ),
    (
        "What is the difference between NISC of 2005 and NISC of 2015?",
        "National Information Security Center|Incident readiness",
    ),
    // As students and briefers ask.
    (
        "how many pillars does the strategy have",
        "eight pillars|officially it has three goals",
    ),
    (
        "does the strategy have eight pillars",
        "not the strategy's own division",
    ),
    ("who headed the headquarters", "The Prime Minister is head"),
    ("Is NISC still exist?", "ended on 1 July 2025"),
    (
        "Explain DX with Cybersecurity in plain words",
        "banner of the first policy goal",
    ),
    (
        "What changed between the 2018 and the 2021 strategy?",
        "Cybersecurity Strategy (2018): |Cybersecurity Strategy (2021): ",
    ),
    (
        "What is the difference between the 2018 strategy and the 2021 strategy?",
        "Cybersecurity Strategy (2018): |Cybersecurity Strategy (2021): ",
    ),
    (
        "Compare the 2018 and 2021 strategies",
        "Cybersecurity Strategy (2018): ",
    ),
    ("What role does ASEAN play?", "ASEAN"),
    (
        "How does Japan cooperate with ASEAN?",
        "cooperates with ASEAN",
    ),
    ("Does the strategy say anything about cloud data?", "cloud"),
    ("How long is the strategy supposed to last?", "three years"),
    (
        "Who is above NISC?",
        "Until then the Cybersecurity Strategic Headquarters stood above NISC",
    ),
    ("Who drew it up?", "Cybersecurity Strategic Headquarters"),
    ("What does it do for small firms?", "Trusted value chains"),
    (
        "who attacked JAXA",
        "to whom Japanese police lay the attacks",
    ),
    (
        "was China the first country Japan ever named",
        "names a threatening country for the first time",
    ),
    (
        "when was the strategy adopted by the cabinet",
        "The Cabinet adopted the Cybersecurity Strategy (2021) on 28 September 2021",
    ),
    (
        "when did the cabinet adopt the strategy",
        "on 28 September 2021",
    ),
    (
        "what is the difference between NISC 2005 and NISC 2015?",
        "NISC (2005 to 2015): |NISC (2015 to 2025): ",
    ),
    (
        "what happend to NISC in 2025",
        "In 2025 NISC (2015 to 2025) was succeeded by the National Cybersecurity Office",
    ),
    (
        "who is above NISC",
        "The National Cybersecurity Office succeeded NISC (2015 to 2025) on 1 July 2025",
    ),
    (
        "what does the strategy do for small companies",
        "Affordable security services for smaller firms",
    ),
    (
        "why is Digital Agency important in the strategy",
        "Command centre of Japan's digital reform",
    ),
    (
        "did the strategy create the digital agency",
        "did not create the Digital Agency",
    ),
    (
        "who says that Japan has bad relations with all its neighbours",
        "REACTION of the Chinese Foreign Ministry|every one",
    ),
    (
        "what does Russia do according to the strategy",
        "military and political aims",
    ),
    (
        "what is North Korea accused of",
        "Attacks for political aims and foreign currency",
    ),
    (
        "is active cyber defence part of the 2021 strategy?",
        "It is not part of the strategy of 2021",
    ),
    (
        "what does Japan do to protect submarine cables",
        "Submarine communication cables",
    ),
    (
        "what is economic security in the strategy?",
        "submarine cables included",
    ),
    (
        "how many critical infrastructure sectors are there",
        "There were fourteen",
    ),
    (
        "are the principles of 2018 the same as 2021",
        "are the same as in 2015 and in 2021",
    ),
    (
        "what is changed between the 2018 and the 2021 strategy",
        "Cybersecurity Strategy (2018): |Cybersecurity Strategy (2021): ",
    ),
    (
        "what happened with the japan pension service",
        "1.25 million",
    ),
    ("tell me about the JAXA attack", "20 Apr 2021"),
    (
        "which law is the base of the headquarters",
        "Basic Act on Cybersecurity established",
    ),
    ("when came the Basic Act into force?", "9 January 2015"),
    (
        "who are the members of the headquarters",
        "Other senior ministers|Ministry of Defense|has as members",
    ),
    ("what does Japan do with ASEAN", "cooperates with ASEAN"),
    (
        "what did Kato tell the members",
        "defence, deterrence and assessment capabilities",
    ),
    (
        "what threats does the strategy see",
        "Disruption of critical infrastructure services",
    ),
    ("who protects personal information?", "Data protection"),
    (
        "what does the strategy say about cloud",
        "Data hosted in the cloud",
    ),
    (
        "what does japan say about international law in cyberspace",
        "existing international law applies in cyberspace",
    ),
    (
        "what is the Quad cyber partnership?",
        "critical infrastructure to Australia",
    ),
    (
        "did Tokyo Olympics have a cyber attack",
        "no cyber attack had been confirmed",
    ),
    (
        "what is the slogan of the strategy",
        "Cybersecurity for All",
    ),
    ("does NISC still exist?", "ended on 1 July 2025"),
    (
        "is the Basic Act still in force",
        "nothing that ended or replaced",
    ),
    (
        "is Kato still chief cabinet secretary",
        "16 Sep 2020 to 4 Oct 2021|Minoru Kihara is the Chief Cabinet Secretary",
    ),
    ("who was prime minister before Kishida", "Yoshihide Suga"),
    (
        "who was head of the headquarters before Kato",
        "Yoshihide Suga",
    ),
    (
        "what happened before 2005",
        "First action plan against hackers|!2005",
    ),
    (
        "what happened after the strategy was adopted",
        "28 Sep 2021|Cabinet adopts the next strategy",
    ),
    (
        "what happened between July and September 2021",
        "Digital Agency starts",
    ),
    ("what did Kato say in July 2021", "defence, deterrence"),
    (
        "which threats does the strategy address",
        "Disruption of critical infrastructure services",
    ),
    ("what is the Indo-Pacific", "Free and Open Indo-Pacific"),
    (
        "who adopted the strategy of 2013",
        "The policy council adopts",
    ),
    // Names that have an `and` of their own.
    (
        "how do Protection and resilience and NISC relate",
        "three steps|Basic Act on Cybersecurity saw, on coming fully into force",
    ),
    // A few words for what is asked most.
    (
        "superseded",
        "is not in force: it was replaced on 23 December 2025",
    ),
    ("status", "is not in force"),
    (
        "prime minister 2021",
        "When the strategy was adopted, on 28 September 2021, it was Yoshihide Suga",
    ),
    // What is no more has an heir.
    (
        "who is the boss of NISC now",
        "National Cybersecurity Office succeeded NISC (2015 to 2025)|National Cyber Director|Yōichi Iida",
    ),
    ("How many pillars has the strategy?", "eight pillars"),
    ("What are the five principles?", "Free flow of information"),
    ("what means CEPTOAR", "CEPTOAR"),
    (
        "Which threats does North Korea pose?",
        "Attacks for political aims and foreign currency",
    ),
    // Heads and holders, dated.
    (
        "who headed the headquarters in 2021",
        "Chief Cabinet Secretary was head|Katsunobu Kato|Hirokazu Matsuno|When the strategy was adopted, on 28 September 2021, it was Katsunobu Kato",
    ),
    (
        "who heads the headquarters",
        "Prime Minister is head|Sanae Takaichi|!Kato",
    ),
    (
        "Who heads the Headquarters now?",
        "Prime Minister is head|Sanae Takaichi",
    ),
    (
        "who was the head of the headquarters on 28 September 2021",
        "Katsunobu Kato|!Matsuno",
    ),
    (
        "who led the headquarters when the strategy was adopted",
        "Katsunobu Kato|!Matsuno",
    ),
    (
        "Who was the cheif of the headquaters in 2021?",
        "Chief Cabinet Secretary was head|!Marukawa",
    ),
    (
        "who was in charge of the Digital Agency in 2021",
        "Prime Minister was head|Yoshihide Suga",
    ),
    (
        "who headed the digital agency on 1 October 2021",
        "Yoshihide Suga|!Kishida",
    ),
    (
        "who heads the national cyber security office",
        "National Cyber Director|Yōichi Iida",
    ),
    ("who is the prime minister", "Sanae Takaichi"),
    (
        "who was prime minister in 2021",
        "Fumio Kishida|Yoshihide Suga",
    ),
    (
        "who was the deputy chief of the headquarters in 2021",
        "Tamayo Marukawa",
    ),
    (
        "who was chief cabinet secretary when the strategy was adopted",
        "Katsunobu Kato",
    ),
    (
        "who was the secretariat of the headquarters in 2016",
        "NISC (2015 to 2025)|!National Cybersecurity Office",
    ),
    (
        "what is the secretariat of the headquarters",
        "National Cybersecurity Office|!NISC (2005",
    ),
    (
        "who sits on the headquarters",
        "Ministry of Defense|National Public Safety Commission",
    ),
    (
        "who is above NISC",
        "Cybersecurity Strategic Headquarters stands above the National Cybersecurity Office",
    ),
    ("who does the headquarters report to", "Cabinet"),
    (
        "who is Kato",
        "Chief Cabinet Secretary from 16 September 2020",
    ),
    (
        "who is Sanae Takaichi",
        "Prime Minister since 21 October 2025",
    ),
    ("who is Tamayo Marukawa", "deputy chief of the Headquarters"),
    // Dates.
    ("when was NISC founded", "9 January 2015|25 April 2005"),
    (
        "when was the Digital Agency established",
        "1 September 2021",
    ),
    ("when was the headquarters set up", "9 January 2015"),
    ("when was the strategy adopted", "28 September 2021|Cabinet"),
    ("who adopted the strategy", "The Cabinet adopted"),
    ("when was the basic act passed", "6 Nov 2014"),
    ("when was the 2018 strategy adopted", "27 Jul 2018"),
    ("when was the outline compiled", "13 May 2021"),
    (
        "when did NISC become the National Cybersecurity Office",
        "on 1 July 2025",
    ),
    (
        "when did the Tokyo games take place",
        "Jul 2021 to Sep 2021",
    ),
    ("when was the strategy replaced", "23 December 2025"),
    (
        "is the strategy still in force?",
        "not in force|23 December 2025",
    ),
    ("is NISC still active", "No|1 July 2025"),
    (
        "what happened in 2005",
        "National Information Security Center established|!2015",
    ),
    (
        "what happened between 2014 and 2016",
        "eleven events|NISC created by upgrading",
    ),
    (
        "what happened on 28 September 2021",
        "one event|Cabinet decision on the 2021 strategy",
    ),
    (
        "what was decided on 23 December 2025",
        "Cabinet adopts the next strategy",
    ),
    ("when did Kato leave office", "16 Sep 2020 to 4 Oct 2021"),
    ("how long was Suga in office", "16 Sep 2020 to 4 Oct 2021"),
    (
        "is the 2015 strategy in force",
        "No|Cybersecurity Strategy (2018)",
    ),
    // Before and after.
    (
        "what replaced the strategy",
        "Cybersecurity Strategy (2025)|23 December 2025",
    ),
    ("what replaced NISC", "National Cybersecurity Office"),
    ("what preceded NISC", "IT security office"),
    (
        "what did the strategy replace",
        "Cybersecurity Strategy (2018)",
    ),
    (
        "what came after the 2018 strategy",
        "Cybersecurity Strategy (2021)",
    ),
    (
        "who succeeded Suga",
        "Fumio Kishida followed Yoshihide Suga as Prime Minister",
    ),
    ("who followed Kato", "Hirokazu Matsuno"),
    // What it is.
    ("what is NISC", "NISC (2015 to 2025)|NISC (2005 to 2015)"),
    ("whats NISC", "NISC (2015 to 2025)"),
    (
        "what is active cyber defence",
        "announced in 2022 and enacted in 2025",
    ),
    (
        "what does SC3 mean",
        "Supply Chain Cybersecurity Consortium",
    ),
    ("what does SDF stand for", "Self-Defense Forces"),
    ("what is a CEPTOAR", "share information"),
    ("what is CYDER", "NICT"),
    ("what is otasuketai", "IPA"),
    ("explain the quad", "Australia and India"),
    ("what does the Digital Agency do", "digital reform"),
    (
        "what is Japan's cybersecurity strategy about",
        "Cybersecurity Strategy (2021)",
    ),
    ("why does it matter", "name states"),
    // Which, how many, what are.
    (
        "how many pillars are there",
        "eight pillars|Economic security",
    ),
    ("what are the goals", "three goals|A digital society"),
    ("how many goals does the strategy have", "three goals"),
    ("what is the aim of the strategy", "three goals"),
    ("what are the principles", "five principles|Openness"),
    (
        "which objectives does pillar 2 have",
        "six objectives|Simple insurance",
    ),
    ("which pillar covers submarine cables", "Economic security"),
    (
        "which pillar is about small firms",
        "Trusted value chains and smaller firms",
    ),
    ("which goal does pillar 4 serve", "A digital society"),
    (
        "which pillar protects critical infrastructure",
        "Protection and resilience",
    ),
    (
        "which threats target critical infrastructure",
        "Disruption of critical infrastructure services",
    ),
    (
        "which law created the digital agency",
        "Act on the Establishment of the Digital Agency|!CRYPTREC",
    ),
    (
        "which countries does the strategy name",
        "China|Russia|North Korea",
    ),
    ("what does pillar 1 protect", "Critical infrastructure"),
    (
        "who protects critical infrastructure",
        "Protection and resilience",
    ),
    (
        "who drafted the strategy",
        "Cybersecurity Strategic Headquarters",
    ),
    ("who is allied with japan", "United States"),
    ("who criticises japan", "Chinese Foreign Ministry"),
    // Voices.
    (
        "how did china react",
        "REACTION of the Chinese Foreign Ministry|groundless slander",
    ),
    (
        "how did Beijing react to the strategy",
        "REACTION|groundless slander",
    ),
    ("what did Kato say", "STATEMENT by Katsunobu Kato"),
    ("what did Marukawa say", "STATEMENT by Tamayo Marukawa"),
    (
        "who says that japan cannot counter chinese attacks alone",
        "JUDGEMENT of the article's author",
    ),
    (
        "where does the claim about first naming come from",
        "Jiji Press",
    ),
    (
        "what did Wang Wenbin say",
        "groundless slander|match Wang Wenbin's remarks",
    ),
    ("who is behind APT40", "very likely backed by China"),
    // Two entries.
    (
        "how do NISC and the headquarters relate",
        "is the secretariat of",
    ),
    (
        "what is the relation between Cabinet and headquarters",
        "Cabinet oversees",
    ),
    (
        "what is the link between ASEAN and Japan",
        "cooperates with Japan",
    ),
    (
        "what is the difference between proactive and active cyber defence",
        "strategy of 2018|enacted in 2025",
    ),
    (
        "what is the difference between the two NISCs",
        "NISC (2015 to 2025)|NISC (2005 to 2015)",
    ),
    (
        "what is the difference between NISC and NCO",
        "NISC (2015 to 2025)|National Cybersecurity Office",
    ),
];

/// What the model does not say.
const NOT_ANSWERED: &[&str] = &[
    "who headed NISC in 2021",
    "what is new in 2021",
    "does the strategy mention Taiwan",
    "does the strategy say anything about bitcoin",
    "what are the three pillars of the 2021 strategy",
    "who takes part in the joint exercises",
    "what is the cyber budget of Germany",
    "how many cyber attacks were there on Japan today",
    "do you think the strategy is good?",
    "what is the budget of the NCO",
    "how many hackers does North Korea employ",
    "what will Japan's next strategy in 2030 say",
    "did the strategy mention SolarWinds",
    "how much does the SME insurance cost",
    "who is the French minister for cyber security",
    "what is the phone number of JPCERT",
    "should Japan trust America in cyber matters",
    "which antivirus should I use at home",
    "how many strategies are there",
    "who is the digital minister",
    "what is the population of Japan",
    "who is the emperor",
    "how did China react to the strategy of 2015",
    "who drafted the strategy in 2018",
    "what was the strategy in 2018",
    "why does the strategy of 2018 matter",
    "what are the six principles",
    "how many pillars does the strategy of 2018 have",
    "what is the budget of NISC",
    "who leaked the strategy",
    "how many people work at NISC",
    "what is the strategy of France",
    "who will be prime minister in 2030",
    "what is the weather in Tokyo",
    "who won the olympics",
    "how much did the headquarters cost",
    "what does the strategy say about bitcoin",
    "which pillar covers space",
    "who is the head of METI",
    "when did active cyber defence start",
    "how did Russia react",
    "what did the United States say",
];

#[test]
fn what_the_model_says_is_answered_with_its_sources() {
    let world = World::japan();
    let mut wrong = Vec::new();
    for (question, wanted) in ANSWERED {
        let Some(answer) = world.answer(question) else {
            wrong.push(format!("{question}: not answered"));
            continue;
        };
        let text = world.text(&answer);
        for part in wanted.split('|') {
            let (part, is_there) = match part.strip_prefix('!') {
                Some(part) => (part, false),
                None => (part, true),
            };
            if text.contains(part) != is_there {
                wrong.push(format!("{question}: {part} in\n{text}"));
            }
        }
        assert!(text.contains('['), "{question} has no source:\n{text}");
        assert!(!answer.rests_on.is_empty(), "{question}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_the_model_does_not_say_is_not_answered() {
    let world = World::japan();
    for question in NOT_ANSWERED {
        if let Reply::Answer(answer) = world.ask(question, AsOf::All) {
            panic!("{question} is answered:\n{}", world.text(&answer));
        }
    }
}

#[test]
fn words_to_search_are_no_question() {
    let world = World::japan();
    for words in [
        "nisc",
        "digital agency",
        "submarine cables",
        "who",
        "2015",
        "security experts",
    ] {
        assert!(
            matches!(world.ask(words, AsOf::All), Reply::NoQuestion),
            "{words}"
        );
    }
}

#[test]
fn in_a_view_of_a_day_the_present_is_told_then_and_now() {
    let world = World::japan();
    let then = AsOf::On(Date::Day(2021, 9, 28));
    let Reply::Answer(answer) = world.ask("who is above NISC?", then) else {
        panic!("not answered");
    };
    let headings: Vec<&str> = answer
        .groups
        .iter()
        .map(|group| group.heading.as_str())
        .collect();
    assert_eq!(
        headings,
        ["Then, on 28 Sep 2021", "Now, as known on 26 Nov 2026"]
    );
    let text = world.text(&answer);
    assert!(text.contains("On 28 September 2021 the Cybersecurity Strategic Headquarters stood above NISC (2015 to 2025)."), "{text}");
    assert!(
        text.contains("stands above the National Cybersecurity Office"),
        "{text}"
    );
}

#[test]
fn every_sentence_of_an_answer_is_made_of_the_model() {
    let world = World::japan();
    for (question, _) in ANSWERED {
        let Some(answer) = world.answer(question) else {
            continue;
        };
        for row in answer.groups.iter().flat_map(|group| &group.rows) {
            assert!(
                answer.rests_on.contains(&row.entry),
                "{question}: {}",
                row.text
            );
        }
    }
}

#[test]
fn the_shortest_way_avoids_what_is_linked_with_everything() {
    let world = World::japan();
    let find = |id: &str| world.strategy.find(id).expect("it is there");
    let way = path(&world.strategy, find("kato"), find("nisc-2015"), AsOf::All).expect("a way");
    let ids: Vec<&str> = way
        .iter()
        .map(|hop| &*world.strategy.entry(hop.to).id)
        .collect();
    assert_eq!(ids.last(), Some(&"nisc-2015"));
    assert!(ids.len() <= 3, "{ids:?}");
    for hop in &way {
        assert!(!hop.cites.is_empty());
        assert_ne!(&*world.strategy.entry(hop.from).id, "japan");
    }
    assert!(path(&world.strategy, find("kato"), find("kato"), AsOf::All).is_none());
}
