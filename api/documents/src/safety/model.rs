use chrono::{NaiveDate, NaiveDateTime};

use crate::decree30::Header;

/// Everything that the paper says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyPlan {
    pub header: Header,
    /// Of the event.
    pub title: String,
    pub starts: NaiveDateTime,
    pub ends: NaiveDateTime,
    /// How many sessions share the plan; 1 for a single event.
    pub sessions: u32,
    pub place: String,
    /// The unit that leads the event.
    pub lead: String,
    pub children: i32,
    pub adults: i32,
    /// By the ward's rule.
    pub adults_needed: i32,
    /// "tập trung đông người".
    pub reasons: Vec<String>,
    /// In the order of their topics.
    pub items: Vec<Item>,
    pub risks: Vec<Risk>,
    pub officers: Vec<Officer>,
    pub note: String,
    /// Number and day, once it is approved.
    pub approval: Option<(String, NaiveDate)>,
    pub drafter: Option<String>,
    pub approver: Option<String>,
    /// "Phó Trưởng Công an phường"; the head's where nothing is known.
    pub approver_position: Option<String>,
}

/// A point of the checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    pub topic: String,
    pub label: String,
    /// "Sẵn sàng", "Chưa có".
    pub answer: String,
    pub note: String,
    pub who: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Risk {
    pub what: String,
    /// "3 × 5 = 15".
    pub weight: String,
    /// "Cao".
    pub level: String,
    pub measure: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Officer {
    pub name: String,
    pub unit: String,
    pub duty: String,
    pub phone: String,
}
