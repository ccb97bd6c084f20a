//! What becomes of a concern: its case is opened or found here; how it ends without one is the concerns' own.

use actix_web::post;

use super::write;
use crate::access::subject::{Cases, Concerns};
use crate::access::{Access, Create, Cx, Update};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::concerns;
use crate::features::concerns::model::{Concern, ConcernScreening, ScreeningDecision};
use crate::http::parameters::PathId;
use crate::http::{Body, Created, IfMatch};
use crate::input::REQUIRED;

/// Decide what becomes of a concern: a case, a referral, a duplicate, no action
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:update"])), request_body = ConcernScreening,
    params(("id" = String, Path)), responses((status = 200, body = Concern)))]
#[post("/concerns/{id}/screen")]
pub async fn screen_concern(
    access: Access<Concerns, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ConcernScreening>,
) -> Result<Created> {
    access
        .act(move |cx| {
            screen(cx, &id.0, if_match, &body.0)?;
            concerns::find(cx, &id.0)
        })
        .await
}

/// # Errors
/// 403 for a case that this person may not open, 404, 409, 412, 422.
fn screen(cx: &mut Cx<'_, Concerns, Update>, id: &Id, if_match: IfMatch, input: &ConcernScreening) -> Result<()> {
    // Before anything is opened for it: it must be there, and still wait.
    concerns::check_waits(cx, id, if_match)?;
    match input.decision {
        ScreeningDecision::OpenCase => {
            let case = write::open_from_concern(&mut cx.also::<Cases, Create>()?, id, input.child_id.as_ref())?;
            concerns::join_case(cx, id, input.decision, &case)
        }
        ScreeningDecision::JoinCase => {
            let case = input.case_id.as_ref().ok_or_else(|| Error::field("case_id", REQUIRED))?;
            write::add_concern(&mut cx.also::<Cases, Update>()?, case, id)?;
            concerns::join_case(cx, id, input.decision, case)
        }
        ScreeningDecision::Refer | ScreeningDecision::Duplicate | ScreeningDecision::NoAction => {
            concerns::end_without_case(cx, id, input)
        }
    }
}
