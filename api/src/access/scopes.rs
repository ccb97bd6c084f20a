//! What machines may be allowed: one table, the allow-list. What does not stand here no machine ever reaches, whatever
//! its account says: children, cases, concerns, summer, injuries, accounts, the audit log, violations of personal data,
//! anybody's own things.

use super::matrix::{Action, Resource};
use crate::text_enum;

text_enum! {
    /// A right that a service account may be given.
    pub enum MachineScope {
        PlansRead = "plans:read",
        EventsRead = "events:read",
        ObstaclesRead = "obstacles:read",
        ReportsRead = "reports:read",
        /// Acknowledge or return what wards sent: for accounts of a superior unit alone.
        ReportsApprove = "reports:approve",
        WardsRead = "wards:read",
        /// The account's own webhooks.
        WebhooksManage = "webhooks:manage",
    }
}

#[rustfmt::skip]
const RIGHTS: &[(MachineScope, Resource, Action)] = &[
    (MachineScope::PlansRead,      Resource::Plans,     Action::Read),
    (MachineScope::EventsRead,     Resource::Events,    Action::Read),
    (MachineScope::ObstaclesRead,  Resource::Obstacles, Action::Read),
    (MachineScope::ReportsRead,    Resource::Reports,   Action::Read),
    (MachineScope::ReportsApprove, Resource::Reports,   Action::Approve),
    (MachineScope::WardsRead,      Resource::Wards,     Action::Read),
    (MachineScope::WebhooksManage, Resource::Webhooks,  Action::Read),
    (MachineScope::WebhooksManage, Resource::Webhooks,  Action::Create),
    (MachineScope::WebhooksManage, Resource::Webhooks,  Action::Update),
];

/// Whether one of the scopes allows it.
pub fn allow(scopes: &[MachineScope], resource: Resource, action: Action) -> bool {
    RIGHTS.iter().any(|(scope, r, a)| (*r, *a) == (resource, action) && scopes.contains(scope))
}

impl MachineScope {
    /// Those that an account of a ward cannot have: what a ward decides, a person decides.
    pub fn is_for_superiors_alone(self) -> bool {
        self == Self::ReportsApprove
    }

    /// Reads the words of an OAuth scope (RFC 6749, 3.3); `None` where one of them is not known.
    pub fn parse_list(text: &str) -> Option<Vec<Self>> {
        let mut scopes = text.split_ascii_whitespace().map(Self::parse).collect::<Option<Vec<_>>>()?;
        scopes.sort_unstable();
        scopes.dedup();
        Some(scopes)
    }

    /// The words as OAuth writes them.
    pub fn write_list(scopes: &[Self]) -> String {
        scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_scopes_together_reach_nobodys_life() {
        for resource in [
            Resource::Children,
            Resource::Cases,
            Resource::CaseNumbers,
            Resource::Concerns,
            Resource::Summer,
            Resource::Injuries,
            Resource::Accounts,
            Resource::Audit,
            Resource::Breaches,
            Resource::Own,
            Resource::SafetyPlans,
            Resource::Consultations,
        ] {
            for action in Action::ALL {
                assert!(!allow(MachineScope::ALL, resource, *action), "{resource}:{action}");
            }
        }
    }

    #[test]
    fn every_scope_allows_something_and_changes_little() {
        for scope in MachineScope::ALL {
            assert!(RIGHTS.iter().any(|(one, _, _)| one == scope), "{scope}");
        }
        let writes: Vec<_> = RIGHTS.iter().filter(|(_, _, action)| *action != Action::Read).collect();
        assert!(writes.iter().all(|(_, resource, _)| matches!(resource, Resource::Reports | Resource::Webhooks)));
    }

    #[test]
    fn scopes_are_words_between_spaces() {
        use MachineScope::{EventsRead, PlansRead};
        assert_eq!(MachineScope::parse_list("events:read plans:read events:read"), Some(vec![PlansRead, EventsRead]));
        assert_eq!(MachineScope::parse_list("plans:read children:read"), None);
        assert_eq!(MachineScope::parse_list(""), Some(Vec::new()));
        assert_eq!(MachineScope::write_list(&[PlansRead, EventsRead]), "plans:read events:read");
    }
}
