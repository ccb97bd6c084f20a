//! The first start of a real ward: its name, units, neighborhoods and first accounts, once, before anybody can sign in.
//!
//! Whoever holds the code that the server printed to its console may do it, on this machine too: an open port alone
//! must not make somebody the administrator of a ward's children. Once a ward is there it is closed for ever; what was
//! entered is changed in the administration like anything else. `bup init` does the same from a file.

mod code;
pub mod model;
mod routes;
mod rules;
mod store;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::access::Gate;
use crate::http::ServiceConfig;
use crate::http::context::Lang;

pub use code::MINUTES;

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::read_state).service(routes::check_code).service(routes::set_up);
}

/// A new code, when there is no ward yet: the old one counts no more.
///
/// # Errors
/// When the database refuses, or the data folder cannot be written.
pub fn fresh_code(gate: &Gate) -> Result<Option<String>> {
    let is_needed = gate.public_read(store::is_needed).map_err(told)?;
    let dir = &gate.services().config.data_dir;
    if !is_needed {
        return Ok(None);
    }
    let code = code::issue(dir, gate.services().clock.now())
        .with_context(|| format!("the setup code cannot be kept in {}", dir.display()))?;
    // Never the code itself: logs are kept and read by others.
    tracing::info!("a setup code was printed to the console");
    Ok(Some(code))
}

/// `bup init --from ward.json`: sets a ward up without a browser. Answers each account with its first password, where
/// the file names none.
///
/// # Errors
/// With every mistake of the file, or when there is a ward already; nothing is changed then.
pub fn init(gate: &Gate, file: &Path) -> Result<Vec<(String, Option<String>)>> {
    let text = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let setup: model::Setup =
        serde_json::from_slice(&text).with_context(|| format!("{} does not read as a setup", file.display()))?;
    if !gate.public_read(store::is_needed).map_err(told)? {
        bail!("this database holds a ward already: it is set up once only");
    }
    let plan = rules::check(&setup, rules::AdminPassword::MayBeMade).map_err(told)?;
    let (people, shown) = store::hash_passwords(&plan, &gate.services().config).map_err(told)?;
    gate.public("init", |cx| store::set_up(cx, &plan, &people)).map_err(told)?;
    Ok(plan.people.iter().map(|person| person.username.clone()).zip(shown).collect())
}

fn told(error: crate::error::Error) -> anyhow::Error {
    anyhow::anyhow!("{}", error.sentence(Lang::En))
}
