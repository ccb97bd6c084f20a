//! Whether PostgreSQL still answers.
//!
//! libpq waits without end for a server that went silent (a pulled cable, a stopped machine, a proxy that swallows), and
//! nothing takes a thread out of that. So the pool keeps one more connection to ask over: whoever waits too long for
//! their statement asks there. No answer in time, and PostgreSQL counts as away: everything is refused at once, a thread
//! knocks until somebody opens, and the pool begins anew, because nobody knows which of its connections are still good.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant as Stopwatch};

use diesel::RunQueryDsl;
use tokio::sync::oneshot;

use super::connection::Inner;
use super::{Conn, DatabaseUrl, statements};

/// How long a question may take: together with [`PATIENCE`] less than two seconds.
const DEADLINE: Duration = Duration::from_millis(1200);

/// How long somebody waits for their statements before they ask.
pub(crate) const PATIENCE: Duration = Duration::from_millis(600);

/// An answer holds so long for others who ask.
const FRESH: Duration = Duration::from_millis(400);

/// Between two knocks at a door that is closed, and how long one may take: a slow network needs seconds to connect.
const PAUSE: Duration = Duration::from_millis(500);
const KNOCK: Duration = Duration::from_secs(4);

#[derive(Default)]
pub(super) struct Pulse {
    away: AtomicBool,
    /// Kept for asking alone.
    line: Mutex<Option<Conn>>,
    /// One question at a time, and when the last was answered.
    turn: tokio::sync::Mutex<Option<Stopwatch>>,
}

impl Pulse {
    pub fn is_away(&self) -> bool {
        self.away.load(Ordering::Acquire)
    }

    /// Asks, and waits for the answer as long as it takes; on threads that may be lost.
    pub fn ask(&self, url: &DatabaseUrl) -> bool {
        // Taken out while it is asked: who is stuck must not hold up the next.
        let line = self.line.lock().unwrap_or_else(PoisonError::into_inner).take();
        let answering = line.and_then(answered).or_else(|| url.connect().ok().and_then(answered));
        let Some(line) = answering else { return false };
        self.keep(line);
        true
    }

    fn keep(&self, line: Conn) {
        *self.line.lock().unwrap_or_else(PoisonError::into_inner) = Some(line);
    }
}

fn answered(mut conn: Conn) -> Option<Conn> {
    statements::uncounted(|| diesel::sql_query("SELECT 1").execute(&mut conn)).is_ok().then_some(conn)
}

/// Whether PostgreSQL answers, within [`DEADLINE`].
pub(super) async fn answers(inner: &Arc<Inner>) -> bool {
    let pulse = &inner.pulse;
    if !matches!(inner.url, DatabaseUrl::Postgres(_)) {
        return true;
    }
    let mut last = pulse.turn.lock().await;
    if pulse.is_away() {
        return false;
    }
    if last.is_some_and(|at| at.elapsed() < FRESH) {
        return true;
    }
    let (tell, told) = oneshot::channel();
    let asker = Arc::clone(inner);
    std::thread::spawn(move || {
        // Whoever asked may have given up.
        let _ = tell.send(asker.pulse.ask(&asker.url));
    });
    let is_there = matches!(tokio::time::timeout(DEADLINE, told).await, Ok(Ok(true)));
    if is_there {
        *last = Some(Stopwatch::now());
    } else {
        lose(inner);
    }
    is_there
}

/// From now on everything is refused at once, until PostgreSQL answers again.
pub(super) fn lose(inner: &Arc<Inner>) {
    if !inner.pulse.away.swap(true, Ordering::AcqRel) {
        tracing::error!("PostgreSQL does not answer: requests are refused until it does");
        let inner = Arc::downgrade(inner);
        std::thread::spawn(move || knock(&inner));
    }
}

fn knock(inner: &Weak<Inner>) {
    let began = Stopwatch::now();
    loop {
        std::thread::sleep(PAUSE);
        let Some(url) = inner.upgrade().map(|inner| inner.url.clone()) else { return };
        let (tell, told) = mpsc::channel();
        // A thread of its own for each knock: one that is stuck is left behind.
        std::thread::spawn(move || tell.send(url.connect().ok().and_then(answered)));
        let Ok(Some(line)) = told.recv_timeout(KNOCK) else { continue };
        let Some(inner) = inner.upgrade() else { return };
        inner.pulse.keep(line);
        inner.begin_anew();
        inner.pulse.away.store(false, Ordering::Release);
        tracing::warn!(seconds = began.elapsed().as_secs(), "PostgreSQL answers again");
        return;
    }
}
