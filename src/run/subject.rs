//! What `show` and `export` are about: an entry, a model file, or an entry of a file.

use super::failure::Failure;
use super::model_source::ModelSource;
use super::suggest;
use crate::cli::{Global, SubjectArgs};
use crate::model::{EntryId, Strategy};

/// A model that is read, and the id of the entry that was named.
pub(super) struct Subject {
    /// The model.
    pub strategy: Strategy,
    id: Option<String>,
}

impl Subject {
    /// Reads the model. `may_read` can refuse its source before that.
    pub(super) fn read(
        global: &Global,
        args: &SubjectArgs,
        may_read: impl FnOnce(&ModelSource) -> Result<(), Failure>,
    ) -> Result<Self, Failure> {
        let (source, id) = Self::named(global, args)?;
        may_read(&source)?;
        let strategy = source.load_whole()?.strategy;
        Ok(Self { strategy, id })
    }

    /// The model and the entry that are meant.
    fn named(
        global: &Global,
        args: &SubjectArgs,
    ) -> Result<(ModelSource, Option<String>), Failure> {
        let Some(first) = &args.subject else {
            return Ok((ModelSource::chosen(global)?, None));
        };
        if args.names_file() {
            return Ok((ModelSource::named(first), args.entry.clone()));
        }
        let id = first.to_string_lossy().into_owned();
        Ok((ModelSource::chosen(global)?, Some(id)))
    }

    /// The entry, where one was named.
    pub(super) fn entry(&self) -> Result<Option<EntryId>, Failure> {
        let id = self.id.as_deref();
        id.map(|id| suggest::entry(&self.strategy, id)).transpose()
    }
}

/// A second model beside that of `-m`.
pub(super) fn contradiction(args: &SubjectArgs) -> Result<(), Failure> {
    match &args.subject {
        Some(file) if args.names_file() => {
            let file = ModelSource::named(file).name();
            Err(Failure::usage(format!(
                "two models: `{file}` and the one of -m; only one can be read"
            )))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, Verb};

    /// What a command line is about: the id of the model, and the entry that is named.
    fn about(words: &[&str]) -> Result<(String, Option<String>), Failure> {
        let cli = Cli::parse_from(words);
        let args = match &cli.command {
            Some(Verb::Show(args)) => &args.subject,
            Some(Verb::Export(args)) => &args.subject,
            _ => panic!("neither show nor export"),
        };
        let subject = Subject::read(&cli.global, args, |_| Ok(()))?;
        let entry = subject.entry()?;
        let entry = entry.map(|id| subject.strategy.entry(id).id.to_string());
        Ok((subject.strategy.meta.id.to_string(), entry))
    }

    #[test]
    fn a_word_is_an_entry_and_a_file_is_a_model() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("water.ron");
        fs::write(&file, crate::run::builtin::STARTER).unwrap();
        let file = file.to_str().unwrap();
        let (water, pumps) = ("example-2030".to_owned(), Some("pumps".to_owned()));
        for verb in ["show", "export"] {
            let whole = about(&["senryaku", verb, file]).ok().unwrap();
            assert_eq!(whole, (water.clone(), None));
            let one = about(&["senryaku", verb, file, "pumps"]).ok().unwrap();
            assert_eq!(one, (water.clone(), pumps.clone()));
            let as_before = about(&["senryaku", verb, "-m", file, "pumps"])
                .ok()
                .unwrap();
            assert_eq!(as_before, (water.clone(), pumps.clone()));
            assert!(about(&["senryaku", verb, file, "dx"]).is_err());
            assert!(about(&["senryaku", verb, "-m", file, "dx"]).is_err());
        }
    }

    #[test]
    fn the_model_of_m_and_a_file_are_two_models() {
        let args = |words: &[&str]| match Cli::parse_from(words).command {
            Some(Verb::Show(args)) => contradiction(&args.subject).is_err(),
            _ => panic!("not show"),
        };
        assert!(args(&["senryaku", "show", "-m", "a.ron", "b.ron"]));
        assert!(args(&["senryaku", "show", "-m", "a.ron", "b", "dx"]));
        assert!(!args(&["senryaku", "show", "-m", "a.ron", "dx"]));
        assert!(!args(&["senryaku", "show", "-m", "a.ron"]));
    }
}
