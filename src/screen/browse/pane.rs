//! The six panes and what each of them lists.

use crate::model::Kind;

/// A pane of the stack; its number is the key that leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pane {
    Pillars,
    Actors,
    Timeline,
    Threats,
    Ideas,
    Sources,
}

impl Pane {
    pub(super) const ALL: &'static [Self] = &[
        Self::Pillars,
        Self::Actors,
        Self::Timeline,
        Self::Threats,
        Self::Ideas,
        Self::Sources,
    ];

    /// The pane that lists a kind.
    pub(super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Goal | Kind::Pillar | Kind::Objective => Self::Pillars,
            Kind::Actor => Self::Actors,
            Kind::Event => Self::Timeline,
            Kind::Threat | Kind::Asset => Self::Threats,
            Kind::Principle | Kind::Instrument | Kind::Claim | Kind::Term => Self::Ideas,
            Kind::Source => Self::Sources,
        }
    }

    /// The pane with a number, from 1.
    pub(super) fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Its number, from 1.
    pub(super) const fn number(self) -> usize {
        self as usize + 1
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Pillars => "Pillars",
            Self::Actors => "Actors",
            Self::Timeline => "Timeline",
            Self::Threats => "Threats",
            Self::Ideas => "Ideas",
            Self::Sources => "Sources",
        }
    }

    /// The pane some steps further on, round the stack.
    pub(super) fn step(self, forward: bool) -> Self {
        let count = Self::ALL.len();
        let next = (self as usize + if forward { 1 } else { count - 1 }) % count;
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}
