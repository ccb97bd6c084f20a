//! Who may do what: the only place that knows.
//!
//! A handler asks for `Access<Tasks, Update>` in its signature. Without a token that is 401, without the right 403;
//! with it, [`Access`] alone can open a connection, and gives it as a [`Cx`] that carries the actor and the [`Scope`]
//! of exactly that right. Store functions take `&mut Cx<'_, Tasks, …>`: a handler that forgets to ask, or asks for
//! another right, does not compile.

mod actor;
mod caller;
pub(crate) mod counting;
mod cx;
mod extract;
mod gate;
pub mod matrix;
mod off_thread;
mod scope;
pub mod scopes;

pub use actor::{Actor, UnitKind, granted};
pub use caller::{Admitted, Caller, Machine};
pub use cx::{Cx, PublicCx};
pub use extract::{Access, Public};
pub use gate::{Gate, Services};
pub use matrix::{Action, Resource, Role, ScopeKind};
pub use scope::Scope;
pub use scopes::MachineScope;

/// The right to a resource, as a type.
pub trait Subject: 'static + Send + Sync {
    const RESOURCE: Resource;
    /// [`Actor`] where only people come, [`Caller`] where machines may come too.
    type Admits: Admitted;
    /// Open to somebody who has yet to set up the one-time codes that their role needs: what that takes, and nothing
    /// else. Where nothing is said it is closed to them.
    const SETS_UP: bool = false;
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
    use super::{Actor, Caller, Resource, Subject};

    macro_rules! subjects {
        ($($admits:ident: $($name:ident),+;)+) => {
            $($(
                pub struct $name;
                impl Subject for $name {
                    const RESOURCE: Resource = Resource::$name;
                    type Admits = $admits;
                }
            )+)+
        };
    }

    /// The part of one's own account that stands between a person and their work: who they are, the password, one-time
    /// codes. The right is that of [`Own`].
    pub struct OwnAccount;
    impl Subject for OwnAccount {
        const RESOURCE: Resource = Resource::Own;
        type Admits = Actor;
        const SETS_UP: bool = true;
    }

    subjects! {
        Actor: Tasks, Children, Summer, Injuries, SafetyPlans, Concerns, Cases, CaseNumbers, Communications, Inspections,
            Recommendations, Commendations, Accounts, Audit, Breaches, Own;
        Caller: Plans, Obstacles, Events, Reports, Wards, Webhooks;
    }
}
