//! Plans.
use crate::access::subject::Plans;
use crate::access::{Cx, Read};
use diesel::prelude::*;
pub fn check_visible(cx: &mut Cx<'_, Plans, Read>, plan: Option<&crate::db::types::Id>) -> crate::error::Result<()> {
    use crate::db::schema::plans;
    let Some(plan) = plan else { return Ok(()) };
    let wards = cx.scope().wards();
    let n: i64 = plans::table.find(plan).filter(plans::ward_id.eq_any(wards)).count().get_result(cx.conn())?;
    if n == 0 { Err(crate::error::Error::not_found()) } else { Ok(()) }
}
