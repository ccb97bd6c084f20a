//! What reads the bytes of strangers, one function a reader, each taking any bytes: for `fuzz/` (libFuzzer) and for the
//! tests that change the files of `fuzz/corpus` by dice. They may refuse; they must not panic, hang or eat the memory.
//! What must hold besides is asserted here, once for both.

use std::net::IpAddr;
use std::sync::LazyLock;

use bup_documents::fuzzed::Target;
use serde::de::DeserializeOwned;

use crate::attachments::photo;
use crate::auth::tokens::Tokens;
use crate::crypto::KeyRing;
use crate::db::page::{self, Cursor};
use crate::db::types::{Id, Instant};
use crate::features::webhooks::address;
use crate::features::{account, cases, children, concerns, events, plans, tasks};
use crate::http::network::Network;
use crate::http::{body, parameters};
use crate::keys::KeyFile;
use crate::{backup, text};

/// Those of this crate; those of files are [`bup_documents::fuzzed::TARGETS`].
pub const TARGETS: &[Target] = &[
    ("attachment", attachment),
    ("text", texts),
    ("merge_patch", merge_patch),
    ("query", query),
    ("cursor", cursor),
    ("token", token),
    ("backup", backup_file),
    ("webhook_address", webhook_address),
];

/// Sniffing what a file is, and taking the place out of a photo.
fn attachment(bytes: &[u8]) {
    let Some(kind) = photo::media_type(bytes) else { return };
    if let Some(clean) = photo::without_location(bytes, kind) {
        assert_eq!(photo::media_type(&clean), Some(kind), "a photo is a photo still");
    }
}

/// Folding, keys, days: what is computed of every word that somebody types.
fn texts(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let clean = text::clean(&typed);
    assert_eq!(text::clean(&clean), clean, "cleaning what is clean changes nothing");
    assert!(!clean.contains(['\0', '\n']), "nothing invisible stays");
    let lines = text::clean_lines(&typed);
    assert_eq!(text::clean_lines(&lines), lines, "the same for lines");
    let key = text::search_key(&typed);
    assert_eq!(text::search_key(&key), key, "a key folds to itself");
    let order = text::name_sort_key(&typed);
    assert!(!order.contains('\0'), "PostgreSQL takes no NUL");
    let _ = text::within_sentence(&typed);
    let _ = page::day(&typed);
    let _ = Id::parse(&typed);
    let _ = Instant::parse(&typed);
    let _ = Network::parse(&typed);
}

/// Bodies of changes (RFC 7396), read as the largest features read theirs.
fn merge_patch(bytes: &[u8]) {
    fn read<T: DeserializeOwned>(bytes: &[u8]) {
        if let Err(error) = body::parse::<T>(bytes) {
            assert!(error.status().is_client_error(), "a body is refused, it breaks nothing");
        }
    }
    read::<tasks::model::TaskChanges>(bytes);
    read::<children::model::ChildChanges>(bytes);
    read::<account::model::MyChanges>(bytes);
    read::<plans::model::PlanChanges>(bytes);
    read::<cases::model::CaseChanges>(bytes);
    read::<events::bodies::EventChanges>(bytes);
    read::<concerns::model::ConcernChanges>(bytes);
}

/// The part of an address behind `?`.
fn query(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let _ = parameters::read::<tasks::model::TaskQuery>(&typed);
    let _ = parameters::read::<children::model::ChildQuery>(&typed);
}

/// Where the page before ended, as a client gives it back.
fn cursor(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    for sort in ["due_on", "name", "-seq"] {
        if let Ok(read) = Cursor::decode(&typed, sort) {
            assert_eq!(Cursor::decode(&read.encode(), sort).ok(), Some(read), "what is read is written the same");
        }
    }
}

/// What stands behind `Bearer`: none that was not given out opens anything.
fn token(bytes: &[u8]) {
    static TOKENS: LazyLock<Tokens> = LazyLock::new(|| Tokens::new(KeyFile::in_memory(KeyRing::generate())));
    let now = Instant::new(chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000));
    assert!(TOKENS.verify(&String::from_utf8_lossy(bytes), now).is_err(), "a token that nobody gave");
}

fn backup_file(bytes: &[u8]) {
    let _ = backup::look(bytes);
}

/// Where webhooks may go: never within.
fn webhook_address(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let _ = address::check_url(&typed, true);
    if let Ok(url) = address::check_url(&typed, false) {
        let uri: Result<actix_web::http::Uri, _> = url.parse();
        let host = uri.ok().and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_default();
        let within = host.trim_matches(['[', ']']).parse().is_ok_and(|ip: IpAddr| !address::is_public(ip));
        assert!(!within, "an address within was taken");
    }
}

#[cfg(test)]
#[path = "../../fuzz/dice.rs"]
mod dice;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_take_whatever_comes() {
        dice::shake(TARGETS);
    }
}
