//! Who is told of what, and when something is tried again. Pure.

use chrono::TimeDelta;

use super::model::{WebhookEvent, WebhookFields};
use crate::audit::Fact;
use crate::error::Message;
use crate::input::{Checks, REQUIRED};

pub const DESCRIPTION_MAX: usize = 300;
/// Subscriptions of one ward, or of one machine.
pub const AT_MOST: i64 = 20;
/// Nothing went through for so long: it is switched off.
pub const GIVE_UP_AFTER: TimeDelta = TimeDelta::days(3);

pub const TOO_MANY_WEBHOOKS: Message = Message::new(
    "too_many_webhooks",
    "Đã có 20 webhook. Hãy sửa hoặc tắt một webhook không dùng nữa.",
    "There are 20 webhooks already. Change one that is no longer used.",
);
pub const SWITCHED_OFF: Message = Message::new(
    "webhook_off",
    "Webhook đang tắt. Hãy bật lại trước khi gửi.",
    "The webhook is switched off. Switch it on before sending.",
);

/// What a change is called outside: the one table, by the words of the audit log.
const TOLD: &[(&str, WebhookEvent)] = &[
    ("reports.submit", WebhookEvent::ReportSubmitted),
    ("reports.approve", WebhookEvent::ReportApproved),
    ("reports.send", WebhookEvent::ReportSent),
    ("reports.return", WebhookEvent::ReportReturned),
    ("reports.acknowledge", WebhookEvent::ReportAcknowledged),
    ("plans.publish", WebhookEvent::PlanPublished),
    ("events.approve", WebhookEvent::EventApproved),
    ("events.cancel", WebhookEvent::EventCancelled),
    ("obstacles.escalate", WebhookEvent::ObstacleEscalated),
];

/// What a fact is called outside, if it is told at all.
pub fn event_of(fact: &Fact<'_>) -> Option<WebhookEvent> {
    TOLD.iter().find(|(action, _)| *action == fact.action).map(|(_, event)| *event)
}

/// Whether the upper level hears of it: not of what a ward still works on, nor of a question to the ward's own leader.
pub fn reaches_superiors(event: WebhookEvent, fact: &Fact<'_>) -> bool {
    match event {
        WebhookEvent::ReportSubmitted | WebhookEvent::ReportApproved => false,
        WebhookEvent::ObstacleEscalated => {
            let changes: serde_json::Value = serde_json::from_str(fact.changes).unwrap_or_default();
            changes.pointer("/escalated_to/1").is_some_and(|level| level == "superior")
        }
        _ => true,
    }
}

/// Minutes between a try that failed and the next; after the last there is none: a little over a day in all.
const PAUSES: [i64; 7] = [1, 5, 30, 120, 300, 480, 540];
pub const MAX_TRIES: i32 = 8;

/// The pause after the `tries`-th try, longer by up to a fifth: receivers that come back are not met by everybody at
/// once. `dice` is any number. After the last try the moment means nothing.
pub fn pause(tries: i32, dice: u8) -> TimeDelta {
    let at = usize::try_from(tries - 1).unwrap_or(0);
    let seconds = PAUSES.get(at).copied().unwrap_or(0) * 60;
    TimeDelta::seconds(seconds + seconds * i64::from(dice) / (5 * 255))
}

/// Events in their order, each once.
pub fn check(checks: &mut Checks, fields: &mut WebhookFields) {
    fields.events.sort_unstable();
    fields.events.dedup();
    if fields.events.is_empty() {
        checks.fail("events", REQUIRED);
    }
    fields.description =
        checks.optional_line("description", Some(&fields.description), DESCRIPTION_MAX).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::{Id, Instant};

    fn told(action: &str, changes: &str) -> Option<(WebhookEvent, bool)> {
        let id = Id::parse("0190a000-0000-7000-8000-000000000001").unwrap();
        let at = Instant::parse("2024-06-03T01:00:00Z").unwrap();
        let fact = Fact { action, ward_id: &id, row_id: &id, at, changes };
        event_of(&fact).map(|event| (event, reaches_superiors(event, &fact)))
    }

    #[test]
    fn every_event_is_told_by_some_change() {
        for event in WebhookEvent::ALL {
            assert_eq!(TOLD.iter().filter(|(_, told)| told == event).count(), 1, "{event}");
        }
        assert_eq!(told("children.update", "{}"), None);
        assert_eq!(told("cases.open", "{}"), None);
    }

    #[test]
    fn the_upper_level_hears_what_was_handed_to_it() {
        assert_eq!(told("reports.approve", "{}"), Some((WebhookEvent::ReportApproved, false)));
        assert_eq!(told("reports.send", "{}"), Some((WebhookEvent::ReportSent, true)));
        let to = |whom: &str| told("obstacles.escalate", &format!(r#"{{"escalated_to":[null,"{whom}"]}}"#));
        assert_eq!(to("leader"), Some((WebhookEvent::ObstacleEscalated, false)));
        assert_eq!(to("superior"), Some((WebhookEvent::ObstacleEscalated, true)));
    }

    #[test]
    fn tries_go_on_for_about_a_day_ever_more_slowly() {
        assert_eq!(i32::try_from(PAUSES.len()).unwrap() + 1, MAX_TRIES);
        let least: TimeDelta = (1..MAX_TRIES).map(|tries| pause(tries, 0)).sum();
        let most: TimeDelta = (1..MAX_TRIES).map(|tries| pause(tries, 255)).sum();
        assert!(least >= TimeDelta::hours(24) && most < TimeDelta::hours(30), "{least} {most}");
        for tries in 1..MAX_TRIES - 1 {
            assert!(pause(tries, 0) < pause(tries + 1, 0), "{tries}");
        }
        assert_eq!(pause(1, 255), TimeDelta::seconds(72));
    }
}
