//! How much one person or machine may ask for: a bucket each of readings, searches, files, changes and uploads.
//!
//! A bucket holds a minute's worth and fills up evenly, so that a screen, or a phone that comes back with forty things to
//! send, takes what it needs at once, and a program that empties the registry does not. Counted in memory of one process.

use std::collections::HashMap;
use std::sync::Mutex;

use actix_web::http::{Method, header};
use actix_web::{HttpMessage, HttpRequest};

use crate::config::Config;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};

const TOO_MANY_READS: Message = Message::new(
    "rate_limited",
    "Anh/chị mở quá nhiều trang trong một phút. Hãy chờ {seconds} giây rồi thử lại.",
    "Too many pages in one minute. Wait {seconds} seconds and try again.",
);
const TOO_MANY_SEARCHES: Message = Message::new(
    "rate_limited",
    "Anh/chị tìm quá nhiều lần trong một phút. Hãy chờ {seconds} giây rồi tìm tiếp.",
    "Too many searches in one minute. Wait {seconds} seconds and search again.",
);
const TOO_MANY_FILES: Message = Message::new(
    "rate_limited",
    "Anh/chị tải về quá nhiều tệp trong một phút. Hãy chờ {seconds} giây rồi tải tiếp.",
    "Too many files in one minute. Wait {seconds} seconds and go on.",
);
const TOO_MANY_WRITES: Message = Message::new(
    "rate_limited",
    "Anh/chị gửi quá nhiều thay đổi trong một phút. Hãy chờ {seconds} giây rồi gửi lại; nội dung anh/chị nhập chưa mất.",
    "Too many changes in one minute. Wait {seconds} seconds and send it again; nothing is lost.",
);
const TOO_MANY_UPLOADS: Message = Message::new(
    "rate_limited",
    "Anh/chị tải lên quá nhiều tệp trong một phút. Hãy chờ {seconds} giây rồi tải tiếp.",
    "Too many uploads in one minute. Wait {seconds} seconds and go on.",
);

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Read,
    Search,
    /// Something to take away: an export, a document.
    File,
    Write,
    Upload,
}

impl Kind {
    pub fn of(request: &HttpRequest) -> Self {
        let route = request.match_pattern().unwrap_or_default();
        let wants_csv = || {
            let accept = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
            accept.trim().to_ascii_lowercase().starts_with("text/csv")
        };
        if request.content_type().starts_with("multipart/") {
            return Self::Upload;
        }
        // `…/export.xlsx`, `…/document.docx`; the papers of a case have no ending.
        let last = route.rsplit('/').next().unwrap_or("");
        if last.contains('.') || route.contains("/papers/") {
            return Self::File;
        }
        if route.ends_with("/search") {
            return Self::Search;
        }
        match *request.method() {
            Method::GET | Method::HEAD if wants_csv() => Self::File,
            Method::GET | Method::HEAD => Self::Read,
            _ => Self::Write,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Search => "search",
            Self::File => "file",
            Self::Write => "write",
            Self::Upload => "upload",
        }
    }

    fn message(self) -> Message {
        match self {
            Self::Read => TOO_MANY_READS,
            Self::Search => TOO_MANY_SEARCHES,
            Self::File => TOO_MANY_FILES,
            Self::Write => TOO_MANY_WRITES,
            Self::Upload => TOO_MANY_UPLOADS,
        }
    }
}

/// The buckets of one process.
pub struct Rates {
    reads: Buckets,
    searches: Buckets,
    files: Buckets,
    writes: Buckets,
    uploads: Buckets,
}

impl Rates {
    pub fn new(config: &Config) -> Self {
        Self {
            reads: Buckets::new(config.reads_per_minute),
            searches: Buckets::new(config.searches_per_minute),
            files: Buckets::new(config.files_per_minute),
            writes: Buckets::new(config.writes_per_minute),
            uploads: Buckets::new(config.uploads_per_minute),
        }
    }

    /// Takes one from the bucket of whoever asks.
    ///
    /// # Errors
    /// 429 with the seconds after which there is one again.
    pub fn take(&self, holder: &Id, kind: Kind, now: Instant) -> Result<()> {
        let buckets = match kind {
            Kind::Read => &self.reads,
            Kind::Search => &self.searches,
            Kind::File => &self.files,
            Kind::Write => &self.writes,
            Kind::Upload => &self.uploads,
        };
        buckets.take(holder, now).map_err(|seconds| {
            metrics::counter!("bup_limited_total", "kind" => kind.word()).increment(1);
            Error::limited(kind.message(), seconds)
        })
    }
}

/// What one request costs; a bucket gains its rate of it with every millisecond, so that nothing is rounded.
const COST: u64 = 60_000;
/// Buckets kept before full ones are thrown away.
const SWEEP_ABOVE: usize = 10_000;

struct Buckets {
    per_minute: u64,
    kept: Mutex<HashMap<Id, Bucket>>,
}

#[derive(Clone, Copy)]
struct Bucket {
    holds: u64,
    at: Instant,
}

impl Buckets {
    fn new(per_minute: u32) -> Self {
        Self { per_minute: per_minute.into(), kept: Mutex::default() }
    }

    /// The seconds to wait, when it is empty.
    fn take(&self, holder: &Id, now: Instant) -> std::result::Result<(), u64> {
        if self.per_minute == 0 {
            return Ok(());
        }
        let full = self.per_minute * COST;
        let filled = |bucket: &Bucket| {
            let passed = u64::try_from((now.utc() - bucket.at.utc()).num_milliseconds()).unwrap_or(0);
            bucket.holds.saturating_add(passed.saturating_mul(self.per_minute)).min(full)
        };
        let mut kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if kept.len() > SWEEP_ABOVE {
            kept.retain(|_, bucket| filled(bucket) < full);
        }
        let holds = kept.get(holder).map_or(full, filled);
        if holds < COST {
            return Err((COST - holds).div_ceil(self.per_minute * 1000).max(1));
        }
        kept.insert(holder.clone(), Bucket { holds: holds - COST, at: now });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_at_once_and_fills_evenly() {
        let buckets = Buckets::new(30);
        let start = Instant::parse("2024-06-01T01:00:00Z").unwrap();
        let after = |millis| start.plus(chrono::TimeDelta::milliseconds(millis));
        let (one, other) = (Id::new(start), Id::new(start));
        for _ in 0..30 {
            assert_eq!(buckets.take(&one, start), Ok(()));
        }
        assert_eq!(buckets.take(&one, start), Err(2));
        assert_eq!(buckets.take(&other, start), Ok(()), "somebody else's is another");
        assert_eq!(buckets.take(&one, after(1_999)), Err(1));
        assert_eq!(buckets.take(&one, after(2_000)), Ok(()));
        assert_eq!(buckets.take(&one, after(2_000)), Err(2));
        // No more than a minute's worth, however long it was left alone; and a clock set back fills nothing.
        for _ in 0..30 {
            assert_eq!(buckets.take(&one, after(3_600_000)), Ok(()));
        }
        assert_eq!(buckets.take(&one, after(3_600_000)), Err(2));
        assert_eq!(buckets.take(&one, start), Err(2));
    }

    #[test]
    fn zero_is_no_limit() {
        let start = Instant::parse("2024-06-01T01:00:00Z").unwrap();
        let (buckets, one) = (Buckets::new(0), Id::new(start));
        assert!((0..10_000).all(|_| buckets.take(&one, start).is_ok()));
    }
}
