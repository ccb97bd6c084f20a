//! The key files in `DATA_DIR/keys`: opened at the start, watched while the program runs, rotated by `bup keys rotate`.
//!
//! `vault.json` seals, `tokens.json` signs access tokens; both are rings that rotate. `index.json` finds sealed numbers
//! and stays for ever: what was indexed under it must be found.

mod file;
mod open;
mod rotate;
pub mod sealed;

pub use file::KeyFile;
pub(crate) use open::look;
pub use open::{Keys, open};
pub(crate) use rotate::sample;
pub use rotate::{Rotated, reseal, rotate};

pub const VAULT: &str = "vault.json";
pub const INDEX: &str = "index.json";
pub const TOKENS: &str = "tokens.json";
