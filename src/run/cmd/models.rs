//! `senryaku models`: what is built in.

use serde::Serialize;

use crate::cli::{Format, Global, ModelsArgs};
use crate::model::Strategy;
use crate::run::builtin::BUILTIN;
use crate::run::failure::Outcome;
use crate::run::model_source::ModelSource;
use crate::run::out::Out;
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

pub(crate) fn run(global: &Global, args: &ModelsArgs) -> Outcome {
    let mut out = Out::new(global);
    let mut models = Vec::new();
    for model in BUILTIN {
        let loaded = ModelSource::Builtin(model).load_whole()?;
        models.push(ModelJson::new(&loaded.strategy));
    }
    match args.listing.format {
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
    out.finish(0)
}
