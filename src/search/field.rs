//! Where in an entry a word was found.

/// Where a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The name.
    Name,
    /// The name in its own language.
    Original,
    /// The name romanised.
    Reading,
    /// An abbreviation or other name.
    Alias,
    /// The id.
    Id,
    /// A word that readers may type for it.
    Keyword,
    /// The date.
    Date,
    /// The summary.
    Summary,
    /// A paragraph of the details.
    Details,
    /// A caveat.
    Caveat,
    /// A link, or the name of an entry it is linked with.
    Link,
}

impl Field {
    /// The word on screen, in lower case.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Original => "original",
            Self::Reading => "reading",
            Self::Alias => "also called",
            Self::Id => "id",
            Self::Keyword => "keyword",
            Self::Date => "date",
            Self::Summary => "summary",
            Self::Details => "details",
            Self::Caveat => "caveat",
            Self::Link => "linked with",
        }
    }
}
