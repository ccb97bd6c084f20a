//! Bodies.

use serde::Serialize;
use utoipa::ToSchema;

use crate::db::types::Instant;
use crate::doctor::State;

/// How the installation is at this moment.
#[derive(Debug, Serialize, ToSchema)]
pub struct SystemState {
    /// The worst of everything below.
    pub state: State,
    #[schema(value_type = String, format = DateTime)]
    pub now: Instant,
    pub version: String,
    #[schema(value_type = String, format = DateTime)]
    pub started_at: Instant,
    /// Memory of the process, where that can be told.
    pub memory_bytes: Option<u64>,
    pub database: SystemDatabase,
    pub backup: SystemBackup,
    pub disks: Vec<SystemDisk>,
    pub mail: SystemMail,
    pub webhooks: SystemWebhooks,
    pub files: SystemFiles,
    pub jobs: Vec<SystemJob>,
    /// What was seen at this moment, and what takes longer and was looked at in the last night.
    pub findings: Vec<SystemFinding>,
    /// When everything was last looked at; nothing before the first night.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub checked_at: Option<Instant>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SystemDatabase {
    /// `sqlite` or `postgres`
    pub kind: &'static str,
    pub bytes: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SystemBackup {
    /// Whether one is made every day.
    pub is_scheduled: bool,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub newest_at: Option<Instant>,
    pub bytes: Option<i64>,
    pub is_too_old: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SystemDisk {
    /// `data` or `backup`
    pub name: &'static str,
    pub free_bytes: u64,
    pub total_bytes: u64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SystemMail {
    pub is_set_up: bool,
    pub queued: i64,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub oldest_at: Option<Instant>,
    /// Within 90 days.
    pub given_up: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SystemWebhooks {
    pub queued: i64,
    /// Receivers that do not answer.
    pub failing: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SystemFiles {
    pub count: i64,
    pub bytes: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SystemJob {
    pub name: &'static str,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_run_at: Option<Instant>,
    /// It should have come again by now.
    pub is_late: bool,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub failing_since: Option<Instant>,
    /// The code of its last failure.
    pub failure: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SystemFinding {
    /// `settings`, `folder`, `disk`, `backup disk`, `database`, `level`, `integrity`, `keys`, `audit`, `clock`,
    /// `attachments`, `backup`
    pub check: String,
    pub state: State,
    /// In English and in detail, as `bup doctor` tells it.
    pub message: String,
    #[schema(value_type = String, format = DateTime)]
    pub looked_at: Instant,
}
