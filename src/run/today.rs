//! The local date, found without a walk through every time zone there is.

use std::time::Duration;

use jiff::{Timestamp, ZonedDateTime};

use crate::date::Date;

/// Today, where the user is.
pub(super) fn today() -> Date {
    let date = now().date();
    Date::Day(date.year(), date.month(), date.day())
}

/// The time since midnight, where the user is.
pub(super) fn time_of_day() -> Duration {
    let time = now().time();
    let seconds = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60;
    let seconds = seconds + i64::from(time.second());
    Duration::from_secs(seconds.unsigned_abs())
}

fn now() -> ZonedDateTime {
    zone::own().map_or_else(ZonedDateTime::now, |zone| {
        ZonedDateTime::new(Timestamp::now(), zone)
    })
}

#[cfg(unix)]
mod zone {
    use std::{env, fs};

    use jiff::tz::TimeZone;

    /// The file of the system's time zone, which is all that a date needs. Asked for the zone itself,
    /// jiff looks for its name as well, and lists the hundreds of files of the database to find it.
    const FILE: &str = "/etc/localtime";

    /// The time zone, unless it has to be looked up by its name.
    pub(super) fn own() -> Option<TimeZone> {
        if env::var_os("TZ").is_some() {
            return None;
        }
        TimeZone::tzif("local", &fs::read(FILE).ok()?).ok()
    }
}

#[cfg(not(unix))]
mod zone {
    use jiff::tz::TimeZone;

    /// None: the system knows its time zone by name alone.
    pub(super) const fn own() -> Option<TimeZone> {
        None
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_leads_to_the_same_offset() {
        let now = ZonedDateTime::now();
        if let Some(zone) = zone::own() {
            assert_eq!(
                ZonedDateTime::new(now.timestamp(), zone).offset(),
                now.offset()
            );
        }
    }
}
