//! One style for each meaning on screen, and its name.

use ratatui::style::{Color, Style};

/// One style for each meaning on screen.
///
/// Each holds only what it changes, so a style is patched over what lies below: the ground first,
/// then runs of text, then [`Theme::selected`] over the whole row, then [`Theme::mark`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Under everything: the ground of the whole screen.
    pub ground: Style,
    /// Running text.
    pub text: Style,
    /// What supports the text: counts, gaps, readings, rules.
    pub dim: Style,
    /// The bar at the top.
    pub bar: Style,
    /// The name of the strategy in the bar.
    pub bar_title: Style,
    /// The status in the bar when the strategy is not in force.
    pub bar_warning: Style,
    /// The header of a pane.
    pub header: Style,
    /// The header of the focused pane.
    pub header_focused: Style,
    /// The rule beside a header, and between panes.
    pub rule: Style,
    /// The rule of the focused pane.
    pub rule_focused: Style,
    /// The selected row of the focused pane.
    pub selected: Style,
    /// The selected row of another pane.
    pub selected_away: Style,
    /// The name of an entry as the heading of its page.
    pub title: Style,
    /// A heading inside a page or a pane.
    pub heading: Style,
    /// A name in its own language, and its reading.
    pub original: Style,
    /// A verb before the entry it leads to.
    pub verb: Style,
    /// An entry that can be followed.
    pub link: Style,
    /// A cite marker.
    pub cite: Style,
    /// The word before a caveat, and that text.
    pub caveat: Style,
    /// A milestone.
    pub milestone: Style,
    /// A date.
    pub date: Style,
    /// Characters that a search matched.
    pub mark: Style,
    /// A key in a hint or in help.
    pub key: Style,
    /// What a key does.
    pub hint: Style,
    /// A notice that all went well.
    pub notice: Style,
    /// A notice that something failed.
    pub error: Style,
    /// The frame of an overlay.
    pub frame: Style,
    /// The speaker's notes.
    pub note: Style,
}

type Get = fn(&Theme) -> Style;
type GetMut = fn(&mut Theme) -> &mut Style;

const FIELDS: [(&str, Get, GetMut); 28] = [
    ("ground", |theme| theme.ground, |theme| &mut theme.ground),
    ("text", |theme| theme.text, |theme| &mut theme.text),
    ("dim", |theme| theme.dim, |theme| &mut theme.dim),
    ("bar", |theme| theme.bar, |theme| &mut theme.bar),
    (
        "bar_title",
        |theme| theme.bar_title,
        |theme| &mut theme.bar_title,
    ),
    (
        "bar_warning",
        |theme| theme.bar_warning,
        |theme| &mut theme.bar_warning,
    ),
    ("header", |theme| theme.header, |theme| &mut theme.header),
    (
        "header_focused",
        |theme| theme.header_focused,
        |theme| &mut theme.header_focused,
    ),
    ("rule", |theme| theme.rule, |theme| &mut theme.rule),
    (
        "rule_focused",
        |theme| theme.rule_focused,
        |theme| &mut theme.rule_focused,
    ),
    (
        "selected",
        |theme| theme.selected,
        |theme| &mut theme.selected,
    ),
    (
        "selected_away",
        |theme| theme.selected_away,
        |theme| &mut theme.selected_away,
    ),
    ("title", |theme| theme.title, |theme| &mut theme.title),
    ("heading", |theme| theme.heading, |theme| &mut theme.heading),
    (
        "original",
        |theme| theme.original,
        |theme| &mut theme.original,
    ),
    ("verb", |theme| theme.verb, |theme| &mut theme.verb),
    ("link", |theme| theme.link, |theme| &mut theme.link),
    ("cite", |theme| theme.cite, |theme| &mut theme.cite),
    ("caveat", |theme| theme.caveat, |theme| &mut theme.caveat),
    (
        "milestone",
        |theme| theme.milestone,
        |theme| &mut theme.milestone,
    ),
    ("date", |theme| theme.date, |theme| &mut theme.date),
    ("mark", |theme| theme.mark, |theme| &mut theme.mark),
    ("key", |theme| theme.key, |theme| &mut theme.key),
    ("hint", |theme| theme.hint, |theme| &mut theme.hint),
    ("notice", |theme| theme.notice, |theme| &mut theme.notice),
    ("error", |theme| theme.error, |theme| &mut theme.error),
    ("frame", |theme| theme.frame, |theme| &mut theme.frame),
    ("note", |theme| theme.note, |theme| &mut theme.note),
];

/// The names, in the order of the theme.
#[expect(
    clippy::indexing_slicing,
    reason = "the compiler itself evaluates this"
)]
pub(super) const NAMES: [&str; FIELDS.len()] = {
    let mut names = [""; FIELDS.len()];
    let mut at = 0;
    while at < FIELDS.len() {
        names[at] = FIELDS[at].0;
        at += 1;
    }
    names
};

/// How to read and how to write the style with a name.
pub(super) fn get(name: &str) -> Option<(Get, GetMut)> {
    FIELDS
        .iter()
        .find(|(each, ..)| *each == name)
        .map(|(_, get, get_mut)| (*get, *get_mut))
}

impl Theme {
    /// The same theme with every colour put through a function.
    pub(super) fn recolored(mut self, change: impl Fn(Color) -> Color) -> Self {
        for (_, _, style) in FIELDS {
            let style = style(&mut self);
            style.fg = style.fg.map(&change);
            style.bg = style.bg.map(&change);
        }
        self
    }

    /// The same theme where a background cannot be told from the ground any more: what it said is
    /// said by the modifiers of `mono`.
    pub(super) fn regrounded(mut self, mono: &Self) -> Self {
        let ground = self.ground.bg;
        for (name, of, style) in FIELDS {
            let style = style(&mut self);
            if name != "ground" && ground.is_some() && style.bg == ground {
                *style = style.patch(of(mono));
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_has_a_name_of_its_own() {
        let mut theme = Theme::default();
        for (at, (_, _, style)) in FIELDS.iter().enumerate() {
            *style(&mut theme) = Style::new().fg(Color::Indexed(at as u8));
        }
        for (at, (name, style, _)) in FIELDS.iter().enumerate() {
            assert_eq!(style(&theme).fg, Some(Color::Indexed(at as u8)), "{name}");
        }
        let all = format!("{theme:?}");
        assert_eq!(all.matches("Style").count(), all.matches("Indexed").count());
    }
}
