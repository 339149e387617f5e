//! `senryaku man`: the manual as one roff page; `clap_mangen` alone would want a page for each
//! command.

use std::io;

use clap::{Arg, Command};
use clap_mangen::Man;

use crate::cli::{self, Global, ManArgs, ManPage};
use crate::run::failure::Outcome;
use crate::run::out::Out;

/// What the command line does not know of itself.
const MORE: &str = r".SH EXIT STATUS
.TP
.B 0
All is well.
.TP
.B 1
Nothing was found, or the model has errors.
.TP
.B 2
Wrong usage.
.TP
.B 130
Interrupted.
.SH FILES
Every one is optional;
.B senryaku paths
prints where they are.
.TP
.I $XDG_CONFIG_HOME/senryaku/config.ron
Theme, ASCII, mouse, and the model that is explored when none is named.
.TP
.I $XDG_CONFIG_HOME/senryaku/keymap.ron
Keys that differ from the default.
.TP
.I $XDG_CONFIG_HOME/senryaku/themes/NAME.ron
Themes of your own.
.TP
.I $XDG_STATE_HOME/senryaku/place/
Where you were in each model.
.SH ENVIRONMENT
.TP
.B SENRYAKU_MODEL
The model, unless one is named.
.TP
.B NO_COLOR
When set and not empty: no colours, and the theme
.IR mono .
.SH EXAMPLES
";

/// All about the format of models; the same page stands in the repository.
const FORMAT: &str = include_str!("../../../FORMAT.md");

pub(crate) fn run(global: &Global, args: &ManArgs) -> Outcome {
    let mut out = Out::new(global);
    match args.page {
        None => out.text(&page(&cli::command())?)?,
        Some(ManPage::Format) => out.text(FORMAT)?,
    }
    out.finish(0)
}

/// The page.
fn page(command: &Command) -> io::Result<String> {
    let examples = command.get_after_help().map(ToString::to_string);
    let mut page = Vec::new();
    let top = Man::new(command.clone()).manual("User Commands");
    top.render_title(&mut page)?;
    top.render_name_section(&mut page)?;
    top.render_synopsis_section(&mut page)?;
    top.render_description_section(&mut page)?;
    top.render_options_section(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    page.push_str(".SH COMMANDS\n");
    for verb in command.get_subcommands() {
        describe(verb, &mut page);
    }
    page.push_str(MORE);
    let examples = examples.unwrap_or_default();
    let lines = examples.lines().filter(|line| line.starts_with("  "));
    verbatim(lines, &mut page);
    Ok(page)
}

/// A command: its usage, what it does, its own arguments, its examples.
fn describe(verb: &Command, page: &mut String) {
    let arguments: Vec<&Arg> = verb
        .get_arguments()
        .filter(|arg| !arg.is_global_set() && !arg.is_hide_set())
        .collect();
    let heading: Vec<String> = arguments
        .iter()
        .filter(|arg| arg.is_positional())
        .map(|arg| bracketed(arg))
        .collect();
    let name = verb.get_name();
    let usage = format!("{name} {}", heading.join(" "));
    page.extend([".SS ", escaped(&usage).trim_end(), "\n"]);
    if let Some(about) = verb.get_about() {
        page.extend([&escaped(&about.to_string()), ".\n"]);
    }
    for arg in arguments {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        page.extend([".TP\n", &label(arg), "\n", &escaped(&help), "\n"]);
    }
    if let Some(more) = verb.get_after_help() {
        page.push_str(".PP\n");
        verbatim(more.to_string().lines(), page);
    }
}

fn bracketed(arg: &Arg) -> String {
    let text = arg.to_string();
    if arg.is_required_set() || text.starts_with('[') {
        text
    } else {
        format!("[{}]", text.trim_matches(['<', '>']))
    }
}

/// `-k, --kind <KIND>` in bold, or the name of what has none.
fn label(arg: &Arg) -> String {
    let value = if arg.get_action().takes_values() {
        arg.get_value_names()
            .and_then(|names| names.first())
            .map(|name| format!(" \\fI{}\\fR", escaped(name)))
            .unwrap_or_default()
    } else {
        String::new()
    };
    let short = arg.get_short().map(|letter| format!("-{letter}"));
    let long = arg.get_long().map(|word| format!("--{word}"));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    if names.is_empty() {
        return value.trim().to_owned();
    }
    format!("\\fB{}\\fR{value}", escaped(&names.join(", ")))
}

fn verbatim<'a>(lines: impl Iterator<Item = &'a str>, page: &mut String) {
    page.push_str(".nf\n");
    for line in lines {
        page.push_str(&escaped(line));
        page.push('\n');
    }
    page.push_str(".fi\n");
}

/// Text that roff must not read as a request, with hyphens that can be copied.
fn escaped(text: &str) -> String {
    let safe = text.replace('\\', "\\e").replace('-', "\\-");
    if safe.starts_with(['.', '\'']) {
        format!("\\&{safe}")
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_a_request() {
        assert_eq!(escaped(".TP is text"), "\\&.TP is text");
        assert_eq!(escaped("--a\\b"), "\\-\\-a\\eb");
    }

    #[test]
    fn every_command_and_option_is_on_the_page() {
        let command = cli::command();
        let page = page(&command).unwrap();
        for verb in command.get_subcommands() {
            assert!(page.contains(&format!(".SS {}", verb.get_name())));
            for arg in verb.get_arguments().filter(|arg| !arg.is_hide_set()) {
                let long = arg.get_long().map(|long| escaped(&format!("--{long}")));
                assert!(long.is_none_or(|long| page.contains(&long)), "{arg}");
            }
        }
    }
}
