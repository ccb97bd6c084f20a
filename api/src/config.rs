//! Settings, typed: flags stand above the environment (`BUP_…`), that above `bup.toml`, that above the defaults.

use std::net::IpAddr;
use std::path::PathBuf;

use anyhow::{Result, bail};
use chrono::TimeDelta;
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::http::network::Networks;

/// An access token lives fifteen minutes, and only its renewal is written down: a session in use looks unused for so
/// long.
const LEAST_IDLE_MINUTES: u32 = 20;

/// Everything that can be set.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub host: IpAddr,
    pub port: u16,
    /// Database, attachments, keys: all that a backup must hold.
    pub data_dir: PathBuf,
    /// `postgres://…`; without it the embedded database in `data_dir`.
    pub database_url: Option<String>,
    /// A standby of that PostgreSQL, for figures and exports that may be a little behind (docs/scaling.md).
    pub database_read_url: Option<String>,
    /// How far the standby may be behind before the primary is asked instead.
    pub replica_max_lag_seconds: u64,
    /// Set where `database_url` names a pooler that gives a server process for one transaction (PgBouncer).
    pub database_pooler: bool,
    /// The built frontend; where it is not built, only the API is served.
    pub web_dir: Option<PathBuf>,
    /// The address that people open, for links in mails and for the `Secure` cookie.
    pub public_url: Option<String>,
    /// The proxies whose `X-Forwarded-For` is believed: addresses and ranges. Of nobody else: limits and service accounts
    /// go by the address.
    pub trusted_proxies: Networks,
    pub demo: bool,
    /// Lets a demo, whose passwords everybody knows, listen to other machines.
    pub demo_anywhere: bool,
    /// Reads `/metrics` from other machines with `Authorization: Bearer …`; this machine needs none.
    pub metrics_token: Option<SecretString>,
    /// Argon2id memory in KiB and rounds (OWASP: 19 MiB, 2).
    pub password_memory_kib: u32,
    pub password_rounds: u32,
    /// Roles that must sign in with a one-time code (none in demo mode): until they have set theirs up, they can do
    /// nothing else.
    pub totp_roles: Vec<Role>,
    /// Sign-in: failures a minute for one account, attempts a minute for one address.
    pub login_failures_per_minute: u32,
    pub login_attempts_per_minute: u32,
    /// From so many locks of one account a day on the ward's administrators are told.
    pub account_locks_to_tell: u32,
    /// What one person or machine may ask for in a minute: readings, searches among children and cases, files to take
    /// away (exports, documents), changes, uploads. 0 for no limit. So much may come at once; then it fills up again.
    pub reads_per_minute: u32,
    pub searches_per_minute: u32,
    pub files_per_minute: u32,
    pub writes_per_minute: u32,
    pub uploads_per_minute: u32,
    /// What one person may upload in a day, in files and in MB, and what a ward's files may take in all. 0 for no limit.
    pub uploads_per_day: u32,
    pub upload_mb_per_day: u32,
    pub attachments_mb_per_ward: u32,
    /// A file on another disk or machine to which the head of the audit log is added once a day.
    pub audit_copy_file: Option<PathBuf>,
    /// Whether the administrators' daily mail carries the head of the audit log.
    pub audit_copy_mail: bool,
    /// A session that nobody uses ends after so many minutes: on a device of one's own, and on a shared machine.
    pub session_idle_minutes: u32,
    pub session_idle_shared_minutes: u32,
    /// Days within which a first password must be used.
    pub first_password_days: u32,
    pub smtp: Option<Smtp>,
    /// Lets webhooks go to private addresses, any port and plain http: for tests, and for wards whose receiver stands
    /// in the same building. Whoever may subscribe can then make this server knock at doors inside.
    pub webhooks_allow_private: bool,
    pub log_json: bool,
    /// Statements that take as many milliseconds or longer are logged, without what stands in their places.
    pub slow_statement_ms: u64,
    /// Where a sealed backup is written every day; better another disk, or one that is copied away.
    pub backup_dir: Option<PathBuf>,
    /// The hour (0–23, Vietnamese time) from which the day's backup is made.
    pub backup_hour: u32,
    /// How many days, weeks and months back there is one backup each.
    pub backup_keep_days: u32,
    pub backup_keep_weeks: u32,
    pub backup_keep_months: u32,
    /// What backups are sealed with: one of the three. `BUP_BACKUP_PASSPHRASE` is taken as it stands.
    pub backup_passphrase: Option<SecretString>,
    pub backup_passphrase_file: Option<PathBuf>,
    pub backup_key_file: Option<PathBuf>,
}

/// The mail server that sends reminders and digests.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub from: String,
    pub username: Option<String>,
    pub password: Option<SecretString>,
    /// `starttls`, `tls`, or `none` for a relay on this machine.
    #[serde(default)]
    pub security: SmtpSecurity,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum SmtpSecurity {
    #[default]
    Starttls,
    Tls,
    None,
}

/// The settings that the environment may give; other `BUP_…` variables are somebody else's (`BUP_LOG` is the log's).
fn is_setting(key: &figment::value::UncasedStr) -> bool {
    const KNOWN: &[&str] = &[
        "host",
        "port",
        "data_dir",
        "database_url",
        "database_read_url",
        "replica_max_lag_seconds",
        "database_pooler",
        "web_dir",
        "public_url",
        "trusted_proxies",
        "demo",
        "demo_anywhere",
        "metrics_token",
        "password_memory_kib",
        "password_rounds",
        "totp_roles",
        "login_failures_per_minute",
        "login_attempts_per_minute",
        "account_locks_to_tell",
        "reads_per_minute",
        "searches_per_minute",
        "files_per_minute",
        "writes_per_minute",
        "uploads_per_minute",
        "uploads_per_day",
        "upload_mb_per_day",
        "attachments_mb_per_ward",
        "audit_copy_file",
        "audit_copy_mail",
        "session_idle_minutes",
        "session_idle_shared_minutes",
        "first_password_days",
        "smtp",
        "webhooks_allow_private",
        "log_json",
        "slow_statement_ms",
        "backup_dir",
        "backup_hour",
        "backup_keep_days",
        "backup_keep_weeks",
        "backup_keep_months",
        "backup_passphrase_file",
        "backup_key_file",
    ];
    let first = key.as_str().split("__").next().unwrap_or("");
    KNOWN.iter().any(|known| known.eq_ignore_ascii_case(first))
}

/// The passphrase of backups as the environment holds it: figment would take `123456789012` for a number.
fn passphrase() -> Figment {
    let given = std::env::var("BUP_BACKUP_PASSPHRASE").ok().filter(|text| !text.is_empty());
    given.map_or_else(Figment::new, |text| Figment::from(Serialized::default("backup_passphrase", text)))
}

#[derive(Serialize)]
struct Defaults {
    host: &'static str,
    port: u16,
    data_dir: &'static str,
    replica_max_lag_seconds: u64,
    database_pooler: bool,
    web_dir: &'static str,
    trusted_proxies: [&'static str; 2],
    demo: bool,
    demo_anywhere: bool,
    password_memory_kib: u32,
    password_rounds: u32,
    totp_roles: [Role; 4],
    login_failures_per_minute: u32,
    login_attempts_per_minute: u32,
    account_locks_to_tell: u32,
    reads_per_minute: u32,
    searches_per_minute: u32,
    files_per_minute: u32,
    writes_per_minute: u32,
    uploads_per_minute: u32,
    uploads_per_day: u32,
    upload_mb_per_day: u32,
    attachments_mb_per_ward: u32,
    audit_copy_mail: bool,
    session_idle_minutes: u32,
    session_idle_shared_minutes: u32,
    first_password_days: u32,
    webhooks_allow_private: bool,
    log_json: bool,
    slow_statement_ms: u64,
    backup_hour: u32,
    backup_keep_days: u32,
    backup_keep_weeks: u32,
    backup_keep_months: u32,
}

const DEFAULTS: Defaults = Defaults {
    host: "127.0.0.1",
    port: 8080,
    data_dir: "data",
    replica_max_lag_seconds: 30,
    database_pooler: false,
    web_dir: "web/dist",
    trusted_proxies: ["127.0.0.0/8", "::1"],
    demo: false,
    demo_anywhere: false,
    password_memory_kib: 19_456,
    password_rounds: 2,
    // Those who can open what is worst to lose: cases, the register, everybody's accounts (docs/decisions.md).
    totp_roles: [Role::Leader, Role::SocialOfficer, Role::Police, Role::Admin],
    login_failures_per_minute: 10,
    login_attempts_per_minute: 120,
    account_locks_to_tell: 3,
    reads_per_minute: 1_200,
    searches_per_minute: 120,
    files_per_minute: 30,
    writes_per_minute: 600,
    uploads_per_minute: 60,
    uploads_per_day: 1_000,
    upload_mb_per_day: 2_000,
    attachments_mb_per_ward: 50_000,
    audit_copy_mail: true,
    session_idle_minutes: 7 * 24 * 60,
    session_idle_shared_minutes: 60,
    first_password_days: 14,
    webhooks_allow_private: false,
    log_json: false,
    slow_statement_ms: 200,
    backup_hour: 2,
    backup_keep_days: 7,
    backup_keep_weeks: 4,
    backup_keep_months: 12,
};

impl Config {
    /// Reads the settings; `flags` are those given on the command line.
    ///
    /// # Errors
    /// With the name of a setting that is unknown or cannot be read.
    pub fn load(flags: impl Serialize) -> Result<Self> {
        let config: Self = Figment::from(Serialized::defaults(DEFAULTS))
            .merge(Toml::file("bup.toml"))
            .merge(Env::prefixed("BUP_").filter(is_setting).split("__"))
            .merge(Env::raw().only(&["DATABASE_URL"]).map(|_| "database_url".into()))
            .merge(passphrase())
            .merge(Serialized::defaults(flags))
            .extract()?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<()> {
        if self.demo && !self.demo_anywhere && !self.host.is_loopback() {
            bail!(
                "--demo has passwords that everybody knows: it only listens to this machine (127.0.0.1). \
                 Add --demo-anywhere if other machines may really use it."
            );
        }
        if let Some(smtp) = &self.smtp
            && smtp.from.parse::<lettre::message::Mailbox>().is_err()
        {
            bail!("smtp.from must be a mail address, for example: Búp Trên Cành <bup@thanhhoa.gov.vn>");
        }
        let is_postgres = |url: &Option<String>| {
            url.as_deref().is_some_and(|url| url.starts_with("postgres://") || url.starts_with("postgresql://"))
        };
        if self.database_read_url.is_some()
            && !(is_postgres(&self.database_url) && is_postgres(&self.database_read_url))
        {
            bail!("database_read_url is a standby of PostgreSQL: it and database_url must begin with postgres://");
        }
        if self.audit_copy_file.as_ref().is_some_and(|file| file.starts_with(&self.data_dir)) {
            bail!("audit_copy_file lies in the data folder: who rewrites the log there rewrites its copy too");
        }
        if self.session_idle_minutes < LEAST_IDLE_MINUTES || self.session_idle_shared_minutes < LEAST_IDLE_MINUTES {
            bail!(
                "session_idle_minutes and session_idle_shared_minutes are {LEAST_IDLE_MINUTES} or more: a browser that is \
                 in use says so every fifteen minutes only"
            );
        }
        if self.first_password_days == 0 {
            bail!(
                "first_password_days is 1 or more: a first password lives until the person has had a chance to use it"
            );
        }
        if self.backup_hour > 23 {
            bail!("backup_hour is an hour of the day: 0 to 23");
        }
        let secrets =
            [self.backup_passphrase.is_some(), self.backup_passphrase_file.is_some(), self.backup_key_file.is_some()];
        match secrets.iter().filter(|is_given| **is_given).count() {
            0 if self.backup_dir.is_some() => bail!(
                "backup_dir is set: say too what the backups are sealed with, in BUP_BACKUP_PASSPHRASE, \
                 backup_passphrase_file or backup_key_file. Nothing is written unsealed."
            ),
            0 | 1 => {}
            _ => bail!(
                "a backup is sealed with one thing: a passphrase (BUP_BACKUP_PASSPHRASE), backup_passphrase_file, or \
                 backup_key_file, not several"
            ),
        }
        Ok(())
    }

    /// How the database is reached besides its address.
    pub fn reach(&self) -> crate::db::Reach {
        let behind = std::time::Duration::from_secs(self.replica_max_lag_seconds);
        let replica = self.database_read_url.clone().map(|url| (url, behind));
        crate::db::Reach { pooler: self.database_pooler, replica }
    }

    /// Whether somebody of this role may do nothing without one-time codes.
    pub fn wants_totp(&self, role: Role) -> bool {
        !self.demo && self.totp_roles.contains(&role)
    }

    /// How long a session may stand unused.
    pub fn session_idle(&self, is_shared: bool) -> TimeDelta {
        let minutes = if is_shared { self.session_idle_shared_minutes } else { self.session_idle_minutes };
        TimeDelta::minutes(minutes.into())
    }

    /// True where the browser must only send the refresh cookie over TLS. Browsers treat `localhost` as safe.
    pub fn cookie_is_secure(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://")) || !self.host.is_loopback()
    }
}

impl Default for Config {
    #[expect(clippy::expect_used, reason = "the defaults above are complete; a test extracts them")]
    fn default() -> Self {
        Figment::from(Serialized::defaults(DEFAULTS)).extract().expect("defaults are complete")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_complete_and_local() {
        assert!(Config::default().host.is_loopback());
    }

    #[test]
    fn proxies_are_named_in_one_text_or_a_list() {
        let read = |value: figment::value::Value| {
            let proxies = Serialized::default("trusted_proxies", value);
            Figment::from(Serialized::defaults(DEFAULTS)).merge(proxies).extract::<Config>().ok()
        };
        let one = read("10.0.0.5, 10.1.0.0/24".into()).unwrap();
        let list = read(vec!["10.0.0.5", "10.1.0.0/24"].into()).unwrap();
        assert_eq!(one.trusted_proxies, list.trusted_proxies);
        assert!(one.trusted_proxies.hold([10, 1, 0, 7].into()) && !one.trusted_proxies.hold([127, 0, 0, 1].into()));
        assert!(read("10.0.0.5/8".into()).is_none());
        assert!(Config::default().trusted_proxies.hold([127, 0, 0, 1].into()));
        assert!(!Config::default().trusted_proxies.hold([192, 168, 1, 20].into()));
    }

    #[test]
    fn a_demo_stays_on_this_machine() {
        let mut config = Config { demo: true, host: IpAddr::from([0, 0, 0, 0]), ..Config::default() };
        assert!(config.check().is_err());
        config.demo_anywhere = true;
        assert!(config.check().is_ok());
    }

    #[test]
    fn one_time_codes_are_wanted_where_it_would_be_worst_and_never_in_a_demo() {
        let config = Config::default();
        let wanted: Vec<Role> = Role::ALL.iter().copied().filter(|role| config.wants_totp(*role)).collect();
        assert_eq!(wanted, [Role::Leader, Role::SocialOfficer, Role::Police, Role::Admin]);
        assert!(!Config { demo: true, ..config }.wants_totp(Role::Admin));
    }

    #[test]
    fn no_session_ends_while_it_is_used() {
        assert!(Config::default().check().is_ok());
        assert!(Config { session_idle_shared_minutes: 15, ..Config::default() }.check().is_err());
        assert!(Config { session_idle_minutes: 0, ..Config::default() }.check().is_err());
        assert!(Config { first_password_days: 0, ..Config::default() }.check().is_err());
    }
}
