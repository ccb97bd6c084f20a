//! What of a child is whose: one table of members, groups, filters and orders for each view. Pure.
//!
//! Everything that leaves the feature passes here, so a hidden member can neither be read, nor filtered or sorted by,
//! nor exported, nor found in the history.

use serde_json::{Map, Value};

use super::catalogue::{self, Secrecy};
use super::coverage::Programme;
use super::model::{ChildQuery, ViewName};
use crate::access::{Actor, Role};
use crate::error::{Error, Message, Result};

pub const FILTER_NOT_YOURS: Message = Message::new(
    "filter_not_yours",
    "Vai trò của anh/chị không xem mục “{name}” nên không lọc hoặc sắp xếp theo mục đó.",
    "Your role does not see “{name}”, so it cannot filter or sort by it.",
);

/// How a person sees children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    pub name: ViewName,
    /// Numbers of identity are masked.
    pub masks_ids: bool,
    secrecy: Secrecy,
    /// Sees the whole ward's side of a child: who looked at it, its duplicates, merges.
    pub is_ward: bool,
}

impl View {
    pub fn of(actor: &Actor) -> Self {
        let full = |masks_ids, secrecy, is_ward| Self { name: ViewName::Full, masks_ids, secrecy, is_ward };
        match actor.role {
            Role::SocialOfficer => full(false, Secrecy::Closed, true),
            // Decides on cases, but is not on the closed list, and has no use for numbers.
            Role::Leader => full(true, Secrecy::Sensitive, true),
            // The child's own editors.
            Role::Neighborhood | Role::School => full(false, Secrecy::Normal, false),
            Role::Health => Self { name: ViewName::Health, ..full(true, Secrecy::Normal, false) },
            // Whoever is not named above sees least.
            _ => Self { name: ViewName::Contact, ..full(true, Secrecy::Normal, false) },
        }
    }

    /// The groups that this reader may know.
    pub fn codes(&self) -> Vec<&'static str> {
        if self.name != ViewName::Full {
            return Vec::new();
        }
        catalogue::groups().iter().filter(|group| self.knows(group.secrecy)).map(|group| group.code.as_str()).collect()
    }

    pub fn knows_code(&self, code: &str) -> bool {
        self.name == ViewName::Full && catalogue::group(code).is_some_and(|group| self.knows(group.secrecy))
    }

    fn knows(&self, secrecy: Secrecy) -> bool {
        secrecy <= self.secrecy
    }

    /// Whether a member of [`super::model::Child`] is shown.
    pub fn shows(&self, member: &str) -> bool {
        match self.name {
            ViewName::Full => true,
            ViewName::Contact => CONTACT.contains(&member),
            ViewName::Health => HEALTH.contains(&member),
        }
    }

    /// Whether a member may be written by this reader, who has the right to update.
    pub fn writes(&self, member: &str) -> bool {
        match self.name {
            ViewName::Full => true,
            ViewName::Contact => false,
            ViewName::Health => HEALTH_WRITES.contains(&member),
        }
    }

    /// Cuts an answer down to what is shown.
    pub fn cut(&self, child: Value) -> Map<String, Value> {
        let Value::Object(mut members) = child else { return Map::new() };
        members.retain(|name, _| self.shows(name));
        if let Some(guardians) = members.get_mut("guardians") {
            *guardians = self.cut_guardians(guardians.take());
        }
        members
    }

    /// Guardians as this reader sees them: a contact is a number to call.
    pub fn cut_guardians(&self, mut guardians: Value) -> Value {
        if self.name == ViewName::Contact {
            let each = guardians.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut);
            each.for_each(|guardian| guardian.retain(|name, _| name == "relation" || name == "phone"));
        }
        guardians
    }

    /// # Errors
    /// 403 that names the first filter or order by which something hidden could be learnt.
    pub fn check_query(&self, query: &ChildQuery, sort: &str) -> Result<()> {
        let asked = [
            ("grade", query.grade.is_some(), "grade"),
            ("age_from", query.age_from.is_some(), "date_of_birth"),
            ("age_to", query.age_to.is_some(), "date_of_birth"),
            ("has_circumstance", query.has_circumstance.is_some(), "circumstances"),
            ("has_risk", query.has_risk.is_some(), "risks"),
            ("poverty", query.poverty.is_some(), "poverty"),
            ("without_insurance", query.without_insurance.is_some(), "health_insurance_no"),
            ("can_swim", query.can_swim.is_some(), "can_swim"),
            ("unsupported_in", query.unsupported_in.is_some(), "last_supported_on"),
            ("programme", query.programme.is_some(), member_of(query)),
            ("sort", sort.ends_with("date_of_birth"), "date_of_birth"),
            ("sort", sort.ends_with("updated_at"), "updated_at"),
        ];
        if let Some((name, ..)) = asked.into_iter().find(|(_, is_set, member)| *is_set && !self.shows(member)) {
            return Err(refused(name));
        }
        for (name, code) in [("circumstance", &query.circumstance), ("risk", &query.risk)] {
            // A code that does not exist is answered like one that is secret: neither is this reader's.
            if code.as_deref().is_some_and(|code| !self.knows_code(code)) {
                return Err(refused(name));
            }
        }
        Ok(())
    }
}

/// The member by which a programme is counted.
fn member_of(query: &ChildQuery) -> &'static str {
    query.programme.map_or("", Programme::member)
}

fn refused(name: &'static str) -> Error {
    Error::forbidden(FILTER_NOT_YOURS).with("name", name).extra("parameter", name)
}

/// Name, birth year, sex, neighborhood, school, guardian's phone, swim ability, medical warning for activities.
const CONTACT: [&str; 15] = [
    "id",
    "code",
    "view",
    "full_name",
    "birth_year",
    "sex",
    "neighborhood_id",
    "neighborhood",
    "school_id",
    "school",
    "guardians",
    "can_swim",
    "medical_warning",
    "status",
    "version",
];

/// The child's basics, health insurance, disability, illness, treatment.
const HEALTH: [&str; 25] = [
    "id",
    "code",
    "view",
    "full_name",
    "date_of_birth",
    "birth_year_only",
    "birth_year",
    "age",
    "sex",
    "ethnicity",
    "neighborhood_id",
    "neighborhood",
    "school_id",
    "school",
    "grade",
    "guardians",
    "health_insurance_no",
    "health_insurance_valid_to",
    "disability",
    "disability_degree",
    "illness",
    "medical_warning",
    "status",
    "allowed_actions",
    "version",
];

const HEALTH_WRITES: [&str; 6] = [
    "health_insurance_no",
    "health_insurance_valid_to",
    "disability",
    "disability_degree",
    "illness",
    "medical_warning",
];

/// What a whole view shows of one child whose look is written down, and not of many at once.
const ONE_BY_ONE: [&str; 10] = [
    "ethnicity",
    "personal_id",
    "warnings",
    "permanent_address",
    "temporary_address",
    "disability",
    "disability_degree",
    "illness",
    "notes",
    "created_at",
];

/// A child in a list: a look that leaves no row in the log shows who it is and whom to ask, in no view more than its
/// screen needs. Of a group its name and its days, not the papers.
pub fn in_list(mut members: Map<String, Value>) -> Map<String, Value> {
    if members.get("view").and_then(Value::as_str) == Some(ViewName::Full.as_str()) {
        members.retain(|name, _| !ONE_BY_ONE.contains(&name.as_str()));
    }
    for name in ["circumstances", "risks"] {
        let entries = members.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten();
        for entry in entries.filter_map(Value::as_object_mut) {
            entry.insert("evidence".to_owned(), Value::from(""));
            entry.insert("note".to_owned(), Value::from(""));
            entry.insert("attachments".to_owned(), Value::Array(Vec::new()));
        }
    }
    members
}

/// The first four and the last three digits: enough to compare with a paper in the hand.
pub fn mask(personal_id: &str) -> String {
    let digits: Vec<char> = personal_id.chars().collect();
    match (digits.get(..4), digits.get(digits.len().saturating_sub(3)..)) {
        (Some(first), Some(last)) if digits.len() >= 9 => {
            format!("{}•••••{}", first.iter().collect::<String>(), last.iter().collect::<String>())
        }
        _ => "•••••".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn view(name: ViewName, secrecy: Secrecy) -> View {
        View { name, masks_ids: true, secrecy, is_ward: false }
    }

    #[test]
    fn a_mask_keeps_the_ends() {
        assert_eq!(mask("038016001123"), "0380•••••123");
        assert_eq!(mask("123"), "•••••");
    }

    #[test]
    fn what_is_secret_is_known_by_degrees() {
        let codes = |secrecy| view(ViewName::Full, secrecy).codes();
        assert!(codes(Secrecy::Closed).contains(&"HC05") && codes(Secrecy::Closed).contains(&"HC11"));
        assert!(!codes(Secrecy::Sensitive).contains(&"HC05") && codes(Secrecy::Sensitive).contains(&"HC11"));
        assert!(!codes(Secrecy::Normal).contains(&"HC11") && codes(Secrecy::Normal).contains(&"HC01"));
        assert!(view(ViewName::Contact, Secrecy::Closed).codes().is_empty());
    }

    #[test]
    fn a_contact_is_cut_to_what_an_activity_needs() {
        let child = json!({"full_name": "An", "date_of_birth": "2016-01-01", "personal_id": "1", "circumstances": [],
            "guardians": [{"relation": "mother", "full_name": "Bình", "phone": "0912345678", "occupation": "x"}]});
        let cut = view(ViewName::Contact, Secrecy::Normal).cut(child);
        assert_eq!(
            Value::Object(cut),
            json!({"full_name": "An", "guardians": [{"relation": "mother", "phone": "0912345678"}]})
        );
    }

    #[test]
    fn hidden_members_are_no_filters_either() {
        let contact = view(ViewName::Contact, Secrecy::Normal);
        let refused = |query: ChildQuery, sort: &str| contact.check_query(&query, sort).is_err();
        assert!(!refused(ChildQuery { can_swim: Some(true), ..ChildQuery::default() }, "name"));
        assert!(refused(ChildQuery { age_from: Some(6), ..ChildQuery::default() }, "name"));
        assert!(refused(ChildQuery { has_circumstance: Some(true), ..ChildQuery::default() }, "name"));
        assert!(refused(ChildQuery::default(), "-date_of_birth"));
        let neighborhood = view(ViewName::Full, Secrecy::Normal);
        let asks = |code: &str| ChildQuery { circumstance: Some(code.to_owned()), ..ChildQuery::default() };
        assert!(neighborhood.check_query(&asks("HC01"), "name").is_ok());
        assert!(neighborhood.check_query(&asks("HC11"), "name").is_err());
        assert!(neighborhood.check_query(&asks("HC77"), "name").is_err());
    }
}
