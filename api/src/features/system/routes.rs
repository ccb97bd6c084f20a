//! `/system`: HTTP in, HTTP out.

use actix_web::{get, web};

use super::model::{
    SystemBackup, SystemDatabase, SystemDisk, SystemFiles, SystemJob, SystemMail, SystemState, SystemWebhooks,
};
use super::{rules, store};
use crate::access::subject::Accounts;
use crate::access::{Access, Gate, Update};
use crate::backup::{Source, schedule};
use crate::db::types::Instant;
use crate::doctor;
use crate::error::Result;
use crate::http::parameters::Nothing;
use crate::jobs::checkup;
use crate::observe::{memory, vitals};

/// How the installation is: jobs, backups, disks, queues, and the doctor's findings
///
/// For the administrator. What takes long (files, the chain of the log) was looked at in the last night.
#[utoipa::path(tag = "system", security(("bearer" = ["accounts:update"])),
    responses((status = 200, body = SystemState)))]
#[get("/system")]
pub async fn read_system(
    access: Access<Accounts, Update>,
    gate: web::Data<Gate>,
    _: Nothing,
) -> Result<web::Json<SystemState>> {
    let (found, now) = access.read(|cx| Ok((store::vitals(cx)?, cx.now()))).await?;
    let gate = gate.get_ref().clone();
    let inner = gate.clone();
    let state = gate.off_thread(move || Ok(put_together(&inner, found, now))).await?;
    Ok(web::Json(state))
}

fn put_together(gate: &Gate, found: vitals::Vitals, now: Instant) -> SystemState {
    let services = gate.services();
    let (config, counts) = (&services.config, found.counts);
    let source = Source { pool: gate.pool().clone(), data_dir: config.data_dir.clone() };
    let night = checkup::last(&config.data_dir);
    let checked_at = night.as_ref().map(|night| night.at);
    let findings = rules::findings(doctor::glance(config, &source, &services.clock).findings, now, night);
    let around = vitals::look_around(gate);
    let jobs: Vec<SystemJob> = found
        .jobs
        .iter()
        .map(|job| {
            let failure = services.jobs.failure(job.name);
            SystemJob {
                name: job.name,
                last_run_at: job.last_run_at,
                is_late: job.is_late(services.started_at, now),
                failing_since: failure.map(|failure| failure.since),
                failure: failure.map(|failure| failure.code),
            }
        })
        .collect();
    let newest_at = around.newest_backup.as_ref().map(|newest| newest.at);
    let is_scheduled = config.backup_dir.is_some();
    let is_fresh = newest_at.is_some_and(|at| now.utc() - at.utc() < schedule::TOO_OLD);
    let mail = SystemMail {
        is_set_up: config.smtp.is_some(),
        queued: counts.mails_queued,
        oldest_at: counts.oldest_mail_at,
        given_up: counts.mails_given_up,
    };
    let is_waiting = mail.oldest_at.is_some_and(|at| now.utc() - at.utc() > chrono::TimeDelta::hours(1));
    let backup = SystemBackup {
        is_scheduled,
        newest_at,
        bytes: around.newest_backup.as_ref().and_then(|newest| i64::try_from(newest.bytes).ok()),
        is_too_old: is_scheduled && !is_fresh,
    };
    SystemState {
        state: rules::worst(&findings, &jobs, backup.is_too_old, is_waiting || counts.webhooks_failing > 0),
        now,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        started_at: services.started_at,
        memory_bytes: memory(),
        database: SystemDatabase {
            kind: vitals::kind(gate),
            bytes: found.database_bytes.or(around.database_bytes.and_then(|bytes| i64::try_from(bytes).ok())),
        },
        backup,
        disks: around
            .disks
            .iter()
            .map(|(name, space)| SystemDisk { name, free_bytes: space.free, total_bytes: space.total })
            .collect(),
        mail,
        webhooks: SystemWebhooks { queued: counts.webhooks_queued, failing: counts.webhooks_failing },
        files: SystemFiles { count: counts.attachments, bytes: counts.attachment_bytes },
        jobs,
        findings,
        checked_at,
    }
}
