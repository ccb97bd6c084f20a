//! The permission matrix: one table, read as it is printed.
//!
//! A cell lists grants such as `RCU:W`: the letters are the actions (Read, Create, Update, Approve), the sign after
//! the colon is the scope: `W` my ward, `U` my unit, `N` my neighborhood, `S` my school, `@` cases that name me,
//! `O` my own rows, `↓` the wards below. An empty cell is 403. Rows of resources that come later stand here already.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;
use utoipa::ToSchema;

use crate::text_enum;

text_enum! {
    /// What a user is in the ward; a user has exactly one.
    pub enum Role {
        Leader = "leader",
        SocialOfficer = "social_officer",
        CultureOfficer = "culture_officer",
        YouthUnion = "youth_union",
        Police = "police",
        Front = "front",
        Neighborhood = "neighborhood",
        School = "school",
        Health = "health",
        Superior = "superior",
        Admin = "admin",
    }
}

impl Role {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Leader => "lãnh đạo UBND",
            Self::SocialOfficer => "công chức chính sách xã hội",
            Self::CultureOfficer => "công chức văn hóa – xã hội",
            Self::YouthUnion => "Đoàn Thanh niên",
            Self::Police => "công an",
            Self::Front => "Mặt trận và đoàn thể",
            Self::Neighborhood => "khu phố",
            Self::School => "trường học",
            Self::Health => "trạm y tế",
            Self::Superior => "cấp trên",
            Self::Admin => "quản trị hệ thống",
        }
    }
}

text_enum! {
    pub enum Action {
        Read = "read",
        Create = "create",
        Update = "update",
        Approve = "approve",
    }
}

text_enum! {
    /// Which rows a right reaches.
    pub enum ScopeKind {
        Ward = "ward",
        Unit = "unit",
        Neighborhood = "neighborhood",
        School = "school",
        Assigned = "assigned",
        Own = "own",
        Below = "below",
    }
}

text_enum! {
    /// Everything that has rights of its own.
    pub enum Resource {
        Plans = "plans",
        Tasks = "tasks",
        Obstacles = "obstacles",
        Events = "events",
        SafetyPlans = "safety_plans",
        Children = "children",
        Summer = "summer",
        Injuries = "injuries",
        Concerns = "concerns",
        Cases = "cases",
        CaseNumbers = "case_numbers",
        Hazards = "hazards",
        Resources = "resources",
        Communications = "communications",
        Consultations = "consultations",
        Inspections = "inspections",
        Recommendations = "recommendations",
        Commendations = "commendations",
        Reports = "reports",
        Accounts = "accounts",
        Audit = "audit",
        Breaches = "breaches",
        Wards = "wards",
        Webhooks = "webhooks",
        Own = "own",
    }
}

/// Columns in the order of [`Role::ALL`]: leader, social officer, culture officer, Youth Union, police, front,
/// neighborhood, school, health station, superior, admin.
#[rustfmt::skip]
const MATRIX: &[(Resource, [&str; 11])] = &[
    (Resource::Plans,          ["RA:W",   "RCU:W",  "R:W",      "R:W",      "R:W",     "R:W",      "R:W",      "R:W",    "R:W",  "R:↓",  "R:W"]),
    (Resource::Tasks,          ["RCUA:W", "RCUA:W", "RU:U",     "RU:U",     "RU:U",    "RU:U",     "RU:U",     "RU:U",   "RU:U", "R:↓",  ""]),
    (Resource::Obstacles,      ["RUA:W",  "RCUA:W", "RC:U",     "RC:U",     "RC:U",    "RC:U",     "RC:U",     "RC:U",   "RC:U", "RU:↓", ""]),
    (Resource::Events,         ["RCUA:W", "RCU:W",  "RC:W U:U", "RC:W U:U", "R:W",     "RC:W U:U", "RC:W U:U", "RC:W U:U", "R:W", "R:↓", ""]),
    (Resource::SafetyPlans,    ["R:W",    "R:W",    "R:U",      "RC:U",     "RCUA:W",  "R:U",      "R:U",      "R:U",    "R:U",  "",     ""]),
    (Resource::Children,       ["R:W",    "RCU:W",  "",         "R:W",      "",        "",         "RCU:N",    "RCU:S",  "RU:W", "",     ""]),
    (Resource::Summer,         ["R:W",    "RCUA:W", "",         "RCUA:W",   "",        "",         "RU:N",     "RCU:S",  "",     "",     ""]),
    // Ours: the design names no row for accidents. Whoever meets them first records them, whoever plans reads them.
    (Resource::Injuries,       ["R:W",    "RCU:W",  "",         "",         "",        "",         "RCU:N",    "RCU:S",  "RCU:W","",     ""]),
    (Resource::Concerns,       ["RU:W",   "RCU:W",  "CR:O",     "CR:O",     "R:@ CR:O","CR:O",     "CR:O",     "CR:O",   "CR:O", "",     ""]),
    (Resource::Cases,          ["RA:W",   "RCU:W",  "",         "",         "RU:@",    "",         "",         "",       "RU:@", "",     ""]),
    // Ours: what the design calls "numbers only" of the upper level.
    (Resource::CaseNumbers,    ["R:W",    "R:W",    "",         "",         "",        "",         "",         "",       "",     "R:↓",  ""]),
    (Resource::Hazards,        ["RA:W",   "RCU:W",  "RC:W",     "RCU:W",    "RCU:W",   "RC:W",     "RCU:N",    "RC:W",   "R:W",  "R:↓",  ""]),
    (Resource::Resources,      ["RA:W",   "RCU:W",  "R:W",      "R:W",      "",        "RCU:W",    "R:N",      "R:S",    "",     "R:↓",  ""]),
    (Resource::Communications, ["RA:W",   "RCU:W",  "RCUA:W",   "RC:U",     "RC:U",    "RC:U",     "RCU:U",    "RC:U",   "RC:U", "R:↓",  ""]),
    (Resource::Consultations,  ["RA:W",   "RCU:W",  "R:W",      "RCU:W",    "",        "R:W",      "R:W",      "RC:S",   "",     "R:↓",  ""]),
    (Resource::Inspections,    ["RCUA:W", "RCU:W",  "R:U",      "R:U",      "R:U",     "RCU:W",    "R:U",      "R:U",    "R:U",  "R:↓",  ""]),
    // Ours: a unit that only reads inspections must answer what was asked of it (U: "fixed"); A verifies or returns it.
    (Resource::Recommendations,["RCUA:W", "RCUA:W", "RU:U",     "RU:U",     "RU:U",    "RCUA:W",   "RU:U",     "RU:U",   "RU:U", "R:↓",  ""]),
    // Ours: the design puts these in one row with inspections, but a unit proposes whom to commend.
    (Resource::Commendations,  ["RCUA:W", "RCU:W",  "RC:U",     "RC:U",     "RC:U",    "RCU:W",    "RC:U",     "RC:U",   "RC:U", "R:↓",  ""]),
    (Resource::Reports,        ["RCUA:W", "RCU:W",  "RCU:U",    "RCU:U",    "RCU:U",   "RCU:U",    "RCU:U",    "RCU:U",  "RCU:U","RA:↓", ""]),
    // Users, units, service accounts and delegations. The leader delegates (KT. CHỦ TỊCH): see features/delegations.
    (Resource::Accounts,       ["RA:W",   "R:W",    "",         "",         "",        "",         "",         "",       "",     "",     "RCUA:W"]),
    (Resource::Audit,          ["R:W",    "R:O",    "",         "",         "",        "",         "",         "",       "",     "",     "R:W"]),
    // Ours. Whoever learns that data leaked reports it and sees what they reported; the leader alone decides and closes.
    (Resource::Breaches,       ["RCUA:W", "RCU:W",  "RC:O",     "RC:O",     "RC:O",    "RC:O",     "RC:O",     "RC:O",   "RC:O", "",     "RCU:W"]),
    // The name and settings of my ward, which every screen shows.
    (Resource::Wards,          ["R:W",    "R:W",    "R:W",      "R:W",      "R:W",     "R:W",      "R:W",      "R:W",    "R:W",  "R:↓",  "RU:W"]),
    // Ours. What a subscription says of the ward is no more than that something was published, sent or decided.
    (Resource::Webhooks,       ["R:W",    "",       "",         "",         "",        "",         "",         "",       "",     "",     "RCU:W"]),
    // My account, notifications, saved filters, files I upload.
    (Resource::Own,            ["RCU:O",  "RCU:O",  "RCU:O",    "RCU:O",    "RCU:O",   "RCU:O",    "RCU:O",    "RCU:O",  "RCU:O","RCU:O","RCU:O"]),
];

static GRANTS: LazyLock<HashMap<(Role, Resource, Action), ScopeKind>> = LazyLock::new(|| {
    let mut grants = HashMap::new();
    for (resource, cells) in MATRIX {
        for (role, cell) in Role::ALL.iter().zip(cells) {
            for (action, scope) in read_cell(cell) {
                grants.insert((*role, *resource, action), scope);
            }
        }
    }
    grants
});

fn read_cell(cell: &str) -> Vec<(Action, ScopeKind)> {
    let mut grants = Vec::new();
    for grant in cell.split_whitespace() {
        let (letters, sign) = grant.split_once(':').unwrap_or((grant, ""));
        let scope = match sign {
            "W" => ScopeKind::Ward,
            "U" => ScopeKind::Unit,
            "N" => ScopeKind::Neighborhood,
            "S" => ScopeKind::School,
            "@" => ScopeKind::Assigned,
            "O" => ScopeKind::Own,
            "↓" => ScopeKind::Below,
            _ => continue,
        };
        for letter in letters.chars() {
            let action = match letter {
                'R' => Action::Read,
                'C' => Action::Create,
                'U' => Action::Update,
                'A' => Action::Approve,
                _ => continue,
            };
            grants.push((action, scope));
        }
    }
    grants
}

/// The scope in which `role` may do `action`, or `None` when it may not.
pub fn grant(role: Role, resource: Resource, action: Action) -> Option<ScopeKind> {
    GRANTS.get(&(role, resource, action)).copied()
}

/// The roles that may, for the sentence that tells somebody who may not.
pub fn who_may(resource: Resource, action: Action) -> String {
    let labels: Vec<_> =
        Role::ALL.iter().filter(|role| grant(**role, resource, action).is_some()).map(|role| role.label()).collect();
    if labels.is_empty() { "không ai".to_owned() } else { labels.join(", ") }
}

/// What one role may do with one resource, in one scope.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Permission {
    pub resource: Resource,
    pub actions: Vec<Action>,
    pub scope: ScopeKind,
}

/// Everything a role may do: what `GET /me` tells the browser.
pub fn of(role: Role) -> Vec<Permission> {
    let mut permissions: Vec<Permission> = Vec::new();
    for resource in Resource::ALL {
        for action in Action::ALL {
            let Some(scope) = grant(role, *resource, *action) else { continue };
            match permissions.iter_mut().find(|p| p.resource == *resource && p.scope == scope) {
                Some(permission) => permission.actions.push(*action),
                None => permissions.push(Permission { resource: *resource, actions: vec![*action], scope }),
            }
        }
    }
    permissions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_resource_has_a_row_and_every_cell_is_understood() {
        for resource in Resource::ALL {
            assert_eq!(MATRIX.iter().filter(|(r, _)| r == resource).count(), 1, "{resource}");
        }
        for (resource, cells) in MATRIX {
            for cell in cells {
                let letters: usize = cell.split_whitespace().filter_map(|g| g.split(':').next()).map(str::len).sum();
                assert_eq!(read_cell(cell).len(), letters, "{resource}: {cell}");
            }
        }
    }

    #[test]
    fn the_administrator_sees_no_child_and_no_case() {
        for resource in [Resource::Children, Resource::Cases, Resource::Concerns, Resource::Tasks] {
            for action in Action::ALL {
                assert_eq!(grant(Role::Admin, resource, *action), None);
            }
        }
    }
}
