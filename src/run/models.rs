//! `senryaku models`: what is built in.

use serde::Serialize;

use super::builtin::BUILTIN;
use super::failure::Outcome;
use super::origin::Origin;
use super::out::Out;
use crate::cli::{Format, Listing};
use crate::model::Strategy;
use crate::wording::status;

#[derive(Serialize)]
struct ModelJson {
    id: String,
    title: String,
    country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<String>,
    status: String,
}

impl ModelJson {
    fn new(strategy: &Strategy) -> Self {
        let meta = &strategy.meta;
        Self {
            id: meta.id.to_string(),
            title: meta.title.to_string(),
            country: meta.country.to_string(),
            edition: meta.edition.as_ref().map(ToString::to_string),
            status: status(&meta.status),
        }
    }
}

pub(super) fn run(out: &mut Out, listing: Listing) -> Outcome {
    let mut models = Vec::new();
    for model in BUILTIN {
        let loaded = Origin::Builtin(model).load_whole()?;
        models.push(ModelJson::new(&loaded.strategy));
    }
    match listing.format {
        Format::Json => out.json(&models)?,
        Format::Text => {
            for model in &models {
                out.fields(&[
                    &model.id,
                    &model.country,
                    &model.title,
                    model.edition.as_deref().unwrap_or_default(),
                    &model.status,
                ])?;
            }
        }
    }
    Ok(0)
}
