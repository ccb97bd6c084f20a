//! What of a case is whose: one table, used by reading, the timeline, files, forms and prints alike.
//!
//! The two ward roles see the whole file. The police see what happened and what keeps the child safe, the health
//! station what it needs to treat; neither sees the other's part (Decree 56/2017, art. 33; Law 91/2025: no more than the
//! purpose needs). A child's HIV status is in none of the parts: see [`super::secrets`].

use super::model::{CaseAction, CasePart};
use crate::access::Role;

const ALL: &[CasePart] = CasePart::ALL;
const POLICE: &[CasePart] = &[
    CasePart::Child,
    CasePart::Concern,
    CasePart::InitialAssessment,
    CasePart::Measures,
    CasePart::Plan,
    CasePart::Decision,
    CasePart::Police,
    CasePart::People,
];
const HEALTH: &[CasePart] =
    &[CasePart::Child, CasePart::Measures, CasePart::Plan, CasePart::Decision, CasePart::Health, CasePart::People];

/// The parts that a role sees of the cases within its scope.
pub fn parts(role: Role) -> &'static [CasePart] {
    match role {
        Role::Leader | Role::SocialOfficer => ALL,
        Role::Police => POLICE,
        Role::Health => HEALTH,
        _ => &[],
    }
}

pub fn sees(role: Role, part: CasePart) -> bool {
    parts(role).contains(&part)
}

/// The part that what a role writes belongs to.
pub fn own_part(role: Role) -> CasePart {
    match role {
        Role::Police => CasePart::Police,
        Role::Health => CasePart::Health,
        _ => CasePart::Log,
    }
}

/// Whose business an action is; the matrix has decided already who may change cases at all.
pub fn may(role: Role, action: CaseAction) -> bool {
    use CaseAction::{AddFile, Close, Decide, Note, RejectClosing, Reopen, Return, Separate};
    match role {
        // The chairperson decides (Decree 56/2017, arts 28, 30, 32).
        Role::Leader => matches!(action, Decide | Return | Close | RejectClosing | Separate | Reopen),
        Role::SocialOfficer => !matches!(action, Decide | Return | Close | RejectClosing | Separate),
        Role::Police | Role::Health => matches!(action, Note | AddFile),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn police_and_health_do_not_see_each_others_part() {
        assert!(!sees(Role::Police, CasePart::Health) && !sees(Role::Health, CasePart::Police));
        for role in [Role::Police, Role::Health] {
            assert!(
                !sees(role, CasePart::DetailedAssessment)
                    && !sees(role, CasePart::Meeting)
                    && !sees(role, CasePart::Log)
            );
            assert!(sees(role, own_part(role)));
        }
        assert!(Role::ALL.iter().filter(|role| !parts(**role).is_empty()).count() == 4);
    }

    #[test]
    fn whoever_proposes_does_not_decide() {
        for action in CaseAction::ALL {
            let both = may(Role::Leader, *action) && may(Role::SocialOfficer, *action);
            assert!(!both || *action == CaseAction::Reopen, "{action}");
        }
    }
}
