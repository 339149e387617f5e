//! Links, once both of their ends are known: which fit no sense, come twice, or lead back.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::checker::Checker;
use crate::date::Period;
use crate::model::words::{a, quoted};
use crate::model::{Entry, EntryId, Kind, Link, Problem, Role, Verb};

/// The verbs by which nothing may come back to itself.
const ONE_WAY: [Verb; 3] = [Verb::PartOf, Verb::ReportsTo, Verb::Succeeds];

/// The most entries of a circle that a message names.
const NAMED: usize = 5;

/// Links of a symmetric verb that were met: by which entries and verb, and which link it was.
type Met = HashMap<(usize, usize, Verb), usize>;

impl Checker<'_> {
    /// Advises on every link. Those that say nothing are taken out: to the entry itself, or said
    /// from the other side before.
    pub(super) fn judge_links(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        let mut places = std::mem::take(&mut self.link_places);
        let mut met = Met::new();
        for at in 0..entries.len() {
            self.links_of(at, &mut entries, &mut places, &mut met);
        }
        for verb in ONE_WAY {
            self.circles(&verb, &entries, &places);
        }
        self.entries = entries;
    }

    fn links_of(
        &mut self,
        at: usize,
        entries: &mut [Entry],
        places: &mut [Vec<Range<usize>>],
        met: &mut Met,
    ) {
        let (Some(entry), Some(spans)) = (entries.get_mut(at), places.get_mut(at)) else {
            return;
        };
        let (links, spans) = (std::mem::take(&mut entry.links), std::mem::take(spans));
        let mut seen: HashSet<(Verb, EntryId, Period)> = HashSet::new();
        let (mut kept, mut kept_spans) = (Vec::new(), Vec::new());
        for (link, span) in links.into_iter().zip(spans) {
            if self.is_void(at, entries, &link, &span, met) {
                continue;
            }
            let [Some(from), Some(to)] = [at, link.to.index()].map(|at| entries.get(at)) else {
                continue;
            };
            self.judge_link((from, to), &link, &span);
            if !seen.insert((link.verb.clone(), link.to, link.active)) {
                self.repeated((from, to), &link.verb, &span);
            }
            if link.verb.is_symmetric() {
                met.insert((at, link.to.index(), link.verb.clone()), kept.len());
            }
            kept.push(link);
            kept_spans.push(span);
        }
        if let (Some(entry), Some(spans)) = (entries.get_mut(at), places.get_mut(at)) {
            (entry.links, *spans) = (kept, kept_spans);
        }
    }

    /// Whether a link says nothing of its own. What it cites goes to the link that says it.
    fn is_void(
        &mut self,
        at: usize,
        entries: &mut [Entry],
        link: &Link,
        span: &Range<usize>,
        met: &Met,
    ) -> bool {
        let to = link.to.index();
        if to == at {
            self.suggest(
                Problem::advice(span.clone(), "this entry links to itself").help(
                    "the link is left out; give the id of another entry, or take the link out",
                ),
            );
            return true;
        }
        let Some(&which) = met.get(&(to, at, link.verb.clone())) else {
            return false;
        };
        let Some(entry) = entries.get_mut(to) else {
            return false;
        };
        let other = quoted(&entry.id);
        let Some(first) = entry.links.get_mut(which) else {
            return false;
        };
        if first.active != link.active && !first.active.is_open() && !link.active.is_open() {
            return false;
        }
        if first.active.is_open() {
            first.active = link.active;
        }
        first.editorial &= link.editorial;
        for cite in &link.cites {
            if !first.cites.contains(cite) {
                first.cites.push(cite.clone());
            }
        }
        let verb = quoted(&link.verb.forward());
        let message = format!("the link `{verb}` to `{other}` is given from both sides");
        self.suggest(Problem::advice(span.clone(), message).help(
            "both are one link: take one of them out, and give the other the sources of both",
        ));
        true
    }

    /// Whether a link makes sense by itself.
    fn judge_link(&mut self, (from, to): (&Entry, &Entry), link: &Link, span: &Range<usize>) {
        let (source, target) = (sort(from), sort(to));
        if !link.verb.fits(source, target) {
            let name = quoted(&link.verb.name());
            let (source, target) = (a(word(source)), a(word(target)));
            let message = format!("`{name}` does not fit {source} and {target}");
            self.suggest(Problem::advice(span.clone(), message).help(format!(
                "it leads from {}; use another verb, turn it round, or write `Other(...)`",
                link.verb.usual()
            )));
        }
        let is_said = link.editorial || !link.cites.is_empty() || link.verb == Verb::About;
        // An entry that cites nothing at all is told of as a whole.
        if !is_said && !from.unverified && from.all_cites().next().is_some() {
            let message = format!("the link to `{}` has no source", quoted(&to.id));
            self.suggest(Problem::advice(span.clone(), message).help(
                "add `sources: [(\"...\", \"\")]`, or `editorial: true` for your own reading",
            ));
        }
    }

    fn repeated(&mut self, (from, to): (&Entry, &Entry), verb: &Verb, span: &Range<usize>) {
        let (target, verb) = (quoted(&to.id), quoted(&verb.forward()));
        let message = format!("the link `{verb}` to `{target}` is given twice");
        let help = format!(
            "join the two into one link of {}, with the sources of both",
            a(from.kind.word())
        );
        self.suggest(Problem::advice(span.clone(), message).help(help));
    }

    /// Advises on each way by which links of one verb come back to where they began.
    fn circles(&mut self, verb: &Verb, entries: &[Entry], places: &[Vec<Range<usize>>]) {
        #[derive(Clone, Copy, PartialEq)]
        enum Walked {
            Not,
            Now,
            Done,
        }
        let mut walked = vec![Walked::Not; entries.len()];
        for start in 0..entries.len() {
            // The way from the start: entries, and how many of its links were followed.
            let mut way = vec![(start, 0)];
            while let Some((at, followed)) = way.last_mut() {
                let at = *at;
                let state = walked.get(at).copied().unwrap_or(Walked::Done);
                let entry = entries.get(at).filter(|_| state != Walked::Done);
                let Some(link) = entry.and_then(|entry| entry.links.get(*followed)) else {
                    if let Some(state) = walked.get_mut(at) {
                        *state = Walked::Done;
                    }
                    way.pop();
                    continue;
                };
                if let Some(state) = walked.get_mut(at) {
                    *state = Walked::Now;
                }
                let span = places.get(at).and_then(|spans| spans.get(*followed));
                *followed += 1;
                if link.verb != *verb {
                    continue;
                }
                let to = link.to.index();
                match walked.get(to) {
                    Some(Walked::Not) => way.push((to, 0)),
                    Some(Walked::Now) => {
                        let ids = way.iter().map(|(at, _)| *at).skip_while(|&at| at != to);
                        let ids = ids.filter_map(|at| entries.get(at));
                        let ids: Vec<String> = ids.map(|entry| quoted(&entry.id)).collect();
                        self.circle(verb, &ids, span.cloned().unwrap_or_default());
                    }
                    _ => {}
                }
            }
        }
    }

    fn circle(&mut self, verb: &Verb, ids: &[String], span: Range<usize>) {
        let Some(first) = ids.first() else { return };
        let mut named: Vec<&str> = ids.iter().take(NAMED).map(String::as_str).collect();
        if ids.len() > NAMED {
            named.push("...");
        }
        let message = format!(
            "`{}` leads from `{first}` back to itself: `{}, {first}`",
            verb.forward(),
            named.join(", ")
        );
        let help = "take one of these links out, or turn it round";
        self.suggest(Problem::advice(span, message).help(help));
    }
}

fn sort(entry: &Entry) -> (Kind, Option<Role>) {
    (entry.kind, entry.actor().map(|actor| actor.role))
}

fn word((kind, role): (Kind, Option<Role>)) -> &'static str {
    role.map_or(kind.word(), Role::word)
}
