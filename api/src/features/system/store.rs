use crate::access::subject::Accounts;
use crate::access::{Cx, Update};
use crate::error::Result;
use crate::observe::vitals::{self, Vitals};

/// What the database tells of itself.
pub fn vitals(cx: &mut Cx<'_, Accounts, Update>) -> Result<Vitals> {
    let (services, now) = (cx.services(), cx.now());
    vitals::ask(cx.conn(), services, now)
}
