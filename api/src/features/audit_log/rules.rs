//! What of the log is whose. Pure.

use crate::access::{Resource, Role};

/// Resources whose contents a person who keeps the machines has no business in; that something happened, when and
/// by whom is theirs to see.
const CONFIDENTIAL: [Resource; 3] = [Resource::Concerns, Resource::Cases, Resource::Children];

/// Whether a role sees what was changed, besides that it was.
pub fn shows_changes(role: Role, resource: &str) -> bool {
    role != Role::Admin || !CONFIDENTIAL.iter().any(|hidden| hidden.as_str() == resource)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_administrator_sees_no_contents_of_cases() {
        for resource in ["concerns", "cases", "children"] {
            assert!(!shows_changes(Role::Admin, resource));
            assert!(shows_changes(Role::Leader, resource));
        }
        assert!(shows_changes(Role::Admin, "accounts"));
    }
}
