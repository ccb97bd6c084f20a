//! Bodies of changes.

use chrono::{DateTime, Datelike};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::types::{Id, Instant};

/// A row of some resource that changed.
#[derive(Clone, Debug, diesel::Queryable)]
pub struct Changed {
    pub id: Id,
    pub version: i32,
    pub at: Instant,
}

/// Where the last answer ended: a moment, and within it the last id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    pub at: Instant,
    /// Empty for everything of that moment.
    pub after: String,
}

impl Since {
    /// Before everything.
    pub fn beginning() -> Self {
        Self { at: Instant::new(DateTime::UNIX_EPOCH), after: String::new() }
    }

    pub fn encode(&self) -> String {
        format!("{}~{}", self.at.utc().timestamp_micros(), self.after)
    }

    /// Reads what came back from a client; `None` when it is not one of ours.
    pub fn decode(text: &str) -> Option<Self> {
        let (at, after) = text.split_once('~')?;
        let at = DateTime::from_timestamp_micros(at.parse().ok()?).filter(|at| (1970..=9999).contains(&at.year()))?;
        (after.is_empty() || Id::parse(after).is_some()).then(|| Self { at: Instant::new(at), after: after.to_owned() })
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Change {
    #[schema(example = "tasks")]
    pub resource: String,
    pub id: Id,
    /// None for a row to forget.
    pub version: Option<i32>,
    /// It is no longer within the reader's scope: forget it.
    pub gone: bool,
    pub at: Instant,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Changes {
    pub items: Vec<Change>,
    /// Give it back as `since`. Entries of the last seconds may come twice: a change that was under way is not missed.
    pub next_cursor: String,
    /// There is more to fetch at once.
    pub more: bool,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ChangesQuery {
    /// The `next_cursor` of the answer before; without it nothing is listed, and the cursor begins now.
    pub since: Option<String>,
    /// At most 200.
    pub limit: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_went() {
        let at = Instant::parse("2024-06-03T01:00:00.123456Z").unwrap();
        for after in [String::new(), Id::new(at).to_string()] {
            let since = Since { at, after };
            assert_eq!(Since::decode(&since.encode()), Some(since));
        }
        for text in ["", "x~", "1~x", "99999999999999999999~", "-9999999999999999~"] {
            assert_eq!(Since::decode(text), None, "{text}");
        }
    }
}
