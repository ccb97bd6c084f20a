//! Settings that are right for a trial and wrong for a ward.

use super::Notes;
use crate::config::Config;
use crate::http::network::Network;

const CHECK: &str = "settings";
/// OWASP's least for argon2id with two rounds.
const MEMORY_KIB: u32 = 19_456;

pub(super) fn look(notes: &mut Notes, config: &Config) {
    let before = notes.0.len();
    let url = config.public_url.as_deref().unwrap_or("");
    let is_open = !config.host.is_loopback();
    if config.demo && (is_open || !url.is_empty()) {
        notes.fail(CHECK, "demo is on, whose passwords everybody knows, and other machines can reach it");
    }
    if url.starts_with("http://") && !is_local(url) {
        notes.fail(
            CHECK,
            format!("public_url is {url}: names and passwords of children's files travel in clear; use https"),
        );
    }
    if is_open && url.is_empty() {
        notes.warn(
            CHECK,
            format!("the server listens to other machines ({}) and no public_url with https is set", config.host),
        );
    }
    for wide in config.trusted_proxies.iter().filter(|one| one.is_wide()) {
        notes.warn(
            CHECK,
            format!("trusted_proxies believes all of {wide}: whoever sits there may pretend to be another address"),
        );
    }
    let is_behind = url.starts_with("https://") && is_open;
    if is_behind && config.trusted_proxies.iter().all(Network::is_loopback) {
        notes.warn(
            CHECK,
            format!(
                "public_url is https and the server listens to other machines ({}): a proxy on another machine or in a \
                 container is not named in trusted_proxies, so all its visitors count as one address",
                config.host
            ),
        );
    }
    if u64::from(config.password_memory_kib) * u64::from(config.password_rounds) < u64::from(MEMORY_KIB) * 2 {
        notes.warn(
            CHECK,
            "password_memory_kib and password_rounds are lower than OWASP's: stolen hashes are guessed faster",
        );
    }
    if config.totp_roles.is_empty() && !config.demo {
        notes.warn(
            CHECK,
            "totp_roles is empty: a password alone, seen or guessed, opens the files of children; name leader, \
             social_officer, police and admin",
        );
    }
    if config.backup_dir.as_ref().is_some_and(|dir| dir.starts_with(&config.data_dir)) {
        notes.warn(CHECK, "backup_dir lies in the data folder: what takes the one takes the other");
    }
    if notes.0.len() == before {
        notes.ok(CHECK, "nothing that endangers what is kept");
    }
}

fn is_local(url: &str) -> bool {
    let host = url.trim_start_matches("http://").split(['/', ':']).next().unwrap_or("");
    host == "localhost" || host == "127.0.0.1"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::State;
    use crate::http::network::Networks;

    fn state(config: &Config) -> State {
        let mut notes = Notes::default();
        look(&mut notes, config);
        notes.0.iter().map(|finding| finding.state).max().unwrap()
    }

    #[test]
    fn what_is_right_on_a_desk_is_wrong_on_the_net() {
        let desk = Config { demo: true, public_url: None, ..Config::default() };
        assert_eq!(state(&desk), State::Ok);
        assert_eq!(state(&Config { host: [0, 0, 0, 0].into(), ..desk.clone() }), State::Fail);
        let url = |url: &str| Config { public_url: Some(url.to_owned()), ..Config::default() };
        assert_eq!(state(&url("https://bup.thanhhoa.gov.vn")), State::Ok);
        assert_eq!(state(&url("http://bup.thanhhoa.gov.vn")), State::Fail);
        assert_eq!(state(&url("http://localhost:8080")), State::Ok);
        assert_eq!(state(&Config { host: [0, 0, 0, 0].into(), ..Config::default() }), State::Warn);
        let behind = Config { host: [0, 0, 0, 0].into(), ..url("https://bup.thanhhoa.gov.vn") };
        assert_eq!(state(&behind), State::Warn, "the proxy is not named");
        let named = |proxies| Config { trusted_proxies: Networks::parse([proxies]).unwrap(), ..behind.clone() };
        assert_eq!(state(&named("172.29.83.10")), State::Ok);
        assert_eq!(state(&named("10.0.0.0/8")), State::Warn, "far too many are believed");
        assert_eq!(state(&Config { totp_roles: Vec::new(), ..Config::default() }), State::Warn);
        assert_eq!(state(&Config { totp_roles: Vec::new(), ..desk }), State::Ok);
        assert_eq!(state(&Config { password_memory_kib: 64, ..Config::default() }), State::Warn);
    }
}
