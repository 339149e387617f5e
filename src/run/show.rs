//! `senryaku show`: the outline, or one entry.

use super::as_of;
use super::failure::Outcome;
use super::guess;
use super::origin::Origin;
use super::out::Out;
use crate::cli::{Format, Global, Listing};
use crate::export::{card, json, outline};

pub(super) fn run(out: &mut Out, global: &Global, id: Option<&str>, listing: Listing) -> Outcome {
    let strategy = Origin::chosen(global)?.load_whole()?.strategy;
    let Some(id) = id else {
        match listing.format {
            Format::Text => out.text(&outline::print(&strategy, out.paper()))?,
            Format::Json => out.json(&json::model(&strategy))?,
        }
        return Ok(0);
    };
    let entry = guess::entry(&strategy, id)?;
    let as_of = as_of::chosen(global, &strategy)?;
    match listing.format {
        Format::Text => out.text(&card::print(&strategy, entry, as_of, out.paper()))?,
        Format::Json => out.json(&json::shown(&strategy, entry, as_of))?,
    }
    Ok(0)
}
