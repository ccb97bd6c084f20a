use crate::db::types::Id;

/// Which rows the actor may touch with the right that was asked for. Made by `access` alone; the `visible`
/// function of each store turns it into a condition, once for each table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything of one ward.
    Ward(Id),
    /// What concerns one unit of a ward.
    Unit { ward: Id, unit: Id },
    /// Rows that name one user.
    User { ward: Option<Id>, user: Id },
    /// Everything of the wards under a superior unit.
    Below(Vec<Id>),
}

impl Scope {
    /// The ward, where there is exactly one.
    pub fn ward(&self) -> Option<&Id> {
        match self {
            Self::Ward(ward) | Self::Unit { ward, .. } => Some(ward),
            Self::User { ward, .. } => ward.as_ref(),
            Self::Below(_) => None,
        }
    }

    /// The wards whose rows may be looked at; each store narrows further where the scope is smaller than a ward.
    pub fn wards(&self) -> Vec<Id> {
        match self {
            Self::Below(wards) => wards.clone(),
            other => other.ward().cloned().into_iter().collect(),
        }
    }
}
