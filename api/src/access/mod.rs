//! Who may do what: the only place that knows.
//!
//! A handler asks for `Access<Tasks, Update>` in its signature. Without a token that is 401, without the right 403;
//! with it, [`Access`] alone can open a connection, and gives it as a [`Cx`] that carries the actor and the [`Scope`]
//! of exactly that right. Store functions take `&mut Cx<'_, Tasks, …>`: a handler that forgets to ask, or asks for
//! another right, does not compile.

mod actor;
mod cx;
mod extract;
mod gate;
pub mod matrix;
mod scope;

pub use actor::{Actor, UnitKind, granted};
pub use cx::{Cx, PublicCx};
pub use extract::{Access, Public};
pub use gate::{Gate, Services};
pub use matrix::{Action, Resource, Role, ScopeKind};
pub use scope::Scope;

/// The right to a resource, as a type.
pub trait Subject: 'static + Send + Sync {
    const RESOURCE: Resource;
}

/// What is done with a resource, as a type.
pub trait Deed: 'static + Send + Sync {
    const ACTION: Action;
    /// Another action of the matrix that opens the same door.
    const OR: Option<Action> = None;
}

/// Deeds that change something.
pub trait Writes: Deed {}

/// Read; also the right to export and print.
pub struct Read;
/// Create.
pub struct Create;
/// Update.
pub struct Update;
/// Approve or decide.
pub struct Approve;
/// Make known what was signed on paper: the leader may, and the officer who keeps it (docs/decisions.md).
pub struct Publish;

impl Deed for Read {
    const ACTION: Action = Action::Read;
}
impl Deed for Create {
    const ACTION: Action = Action::Create;
}
impl Deed for Update {
    const ACTION: Action = Action::Update;
}
impl Deed for Approve {
    const ACTION: Action = Action::Approve;
}
impl Deed for Publish {
    const ACTION: Action = Action::Approve;
    const OR: Option<Action> = Some(Action::Update);
}
impl Writes for Publish {}
impl Writes for Create {}
impl Writes for Update {}
impl Writes for Approve {}

/// One marker type for each resource of the matrix.
pub mod subject {
    use super::{Resource, Subject};

    macro_rules! subjects {
        ($($name:ident),+ $(,)?) => {
            $(
                pub struct $name;
                impl Subject for $name { const RESOURCE: Resource = Resource::$name; }
            )+
        };
    }

    subjects!(
        Plans,
        Tasks,
        Obstacles,
        Children,
        Summer,
        Injuries,
        Events,
        SafetyPlans,
        Concerns,
        Cases,
        CaseNumbers,
        Communications,
        Reports,
        Inspections,
        Recommendations,
        Commendations,
        Accounts,
        Wards,
        Audit,
        Own
    );
}
