//! `bup doctor`: looks whether an installation is well, and changes nothing: no step is taken, no key made, nothing
//! mended.

mod database;
pub(crate) mod files;
mod settings;

use serde::{Deserialize, Serialize};

use crate::backup::Source;
use crate::clock::Clock;
use crate::config::Config;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = CheckState)]
pub enum State {
    Ok,
    Warn,
    Fail,
}

/// What one look found.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    pub check: &'static str,
    pub state: State,
    pub message: String,
}

/// Everything that was found, in the order of the looks.
#[derive(Debug, Serialize)]
pub struct Report {
    pub state: State,
    pub findings: Vec<Finding>,
}

/// The findings as they come.
#[derive(Default)]
struct Notes(Vec<Finding>);

impl Notes {
    fn ok(&mut self, check: &'static str, message: impl Into<String>) {
        self.0.push(Finding { check, state: State::Ok, message: message.into() });
    }

    fn warn(&mut self, check: &'static str, message: impl Into<String>) {
        self.0.push(Finding { check, state: State::Warn, message: message.into() });
    }

    fn fail(&mut self, check: &'static str, message: impl Into<String>) {
        self.0.push(Finding { check, state: State::Fail, message: message.into() });
    }

    fn report(self) -> Report {
        let state = self.0.iter().map(|finding| finding.state).max().unwrap_or(State::Ok);
        Report { state, findings: self.0 }
    }
}

/// What is seen at a glance: settings, folder, disks, tables, the newest backup. Takes milliseconds.
pub fn glance(config: &Config, source: &Source, clock: &Clock) -> Report {
    let mut notes = Notes::default();
    settings::look(&mut notes, config);
    files::folder(&mut notes, config);
    files::space(&mut notes, config);
    database::step(&mut notes, source);
    files::backups(&mut notes, config, source, clock);
    notes.report()
}

/// Looks at everything. What cannot be looked at is a finding too.
pub fn examine(config: &Config, clock: &Clock) -> Report {
    let mut notes = Notes::default();
    settings::look(&mut notes, config);
    files::folder(&mut notes, config);
    files::space(&mut notes, config);
    match Source::open(config) {
        Ok(source) => {
            if let Some(vault) = database::look(&mut notes, &source, clock, config.audit_copy_file.as_deref()) {
                files::attachments(&mut notes, &source, &vault);
            }
            files::backups(&mut notes, config, &source, clock);
        }
        Err(error) => notes.fail("database", format!("{error:#}")),
    }
    notes.report()
}
