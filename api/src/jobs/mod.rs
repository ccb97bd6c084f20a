//! Work that nobody waits for: reminders, the daily digest, mails, forgetting what is old.
//!
//! Several processes may share one PostgreSQL: each job takes a lease in the database before it runs.

use actix_web::rt::task::JoinHandle;

use crate::access::Gate;

/// Starts the jobs of this process.
pub fn start(gate: Gate) -> JoinHandle<()> {
    actix_web::rt::spawn(async move {
        let _gate = gate;
    })
}
