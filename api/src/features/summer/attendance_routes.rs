//! `/summer/attendance`, `/summer/leaves`, `/summer/opinions`, `/summer/counts`.

use actix_web::{get, post, web};

use super::attendance_model::{
    AttendanceMarks, AttendanceQuery, AttendanceRoster, AttendanceTaken, NewSummerLeave, SummerCount, SummerCountQuery,
    SummerLeave, SummerLeaveQuery, SummerOpinion, SummerOpinionQuery, SummerOpinions,
};
use super::session_model::SummerCancellation;
use super::{attendance, leaves, opinions, tallies};
use crate::access::subject::Summer;
use crate::access::{Access, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::{Error, Result};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// The roster of a session
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(AttendanceQuery),
    responses((status = 200, body = AttendanceRoster)))]
#[get("/summer/attendance")]
pub async fn read_attendance(
    access: Access<Summer, Read>,
    query: Parameters<AttendanceQuery>,
) -> Result<web::Json<AttendanceRoster>> {
    let session = query.0.session_id.ok_or_else(|| Error::bad_parameter("session_id"))?;
    Ok(web::Json(access.read(move |cx| attendance::roster_of(cx, &session)).await?))
}

/// Take attendance: a batch of marks, each with the time on the phone
///
/// The later mark of a child stands; an earlier one is answered as `kept` with the one that stands.
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = AttendanceMarks,
    responses((status = 200, body = AttendanceTaken)))]
#[post("/summer/attendance")]
pub async fn take_attendance(access: Access<Summer, Update>, body: Body<AttendanceMarks>) -> Result<Created> {
    access.act(move |cx| attendance::take(cx, &body.0)).await
}

/// What was said to the taking part of a group's members
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(SummerOpinionQuery),
    responses((status = 200, body = List<SummerOpinion>)))]
#[get("/summer/opinions")]
pub async fn list_summer_opinions(
    access: Access<Summer, Read>,
    query: Parameters<SummerOpinionQuery>,
) -> Result<web::Json<List<SummerOpinion>>> {
    let group = query.0.group_id.ok_or_else(|| Error::bad_parameter("group_id"))?;
    Ok(web::Json(List::whole(access.read(move |cx| opinions::of_group(cx, &group)).await?)))
}

/// Write down what parents, and children of seven and older, said
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = SummerOpinions,
    responses((status = 200, body = List<SummerOpinion>)))]
#[post("/summer/opinions")]
pub async fn record_summer_opinions(access: Access<Summer, Update>, body: Body<SummerOpinions>) -> Result<Created> {
    access.act(move |cx| Ok(List::whole(opinions::record(cx, &body.0)?))).await
}

/// The summer in numbers, by neighborhood and group
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(SummerCountQuery),
    responses((status = 200, body = List<SummerCount>)))]
#[get("/summer/counts")]
pub async fn count_summer(
    access: Access<Summer, Read>,
    query: Parameters<SummerCountQuery>,
) -> Result<web::Json<List<SummerCount>>> {
    Ok(web::Json(List::whole(access.read(move |cx| tallies::counts(cx, &query.0)).await?)))
}

/// List leaves that parents asked for
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(SummerLeaveQuery),
    responses((status = 200, body = List<SummerLeave>)))]
#[get("/summer/leaves")]
pub async fn list_summer_leaves(
    access: Access<Summer, Read>,
    query: Parameters<SummerLeaveQuery>,
) -> Result<web::Json<List<SummerLeave>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-created_at")?;
    Ok(web::Json(access.read(move |cx| leaves::list(cx, &query.0, &page)).await?))
}

/// Write down a leave that a parent asked for
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = NewSummerLeave,
    responses((status = 201, body = SummerLeave)))]
#[post("/summer/leaves")]
pub async fn create_summer_leave(access: Access<Summer, Update>, body: Body<NewSummerLeave>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = leaves::create(cx, &body.0)?;
            leaves::find(cx, &id)
        })
        .await
}

/// Read a leave
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(("id" = String, Path)),
    responses((status = 200, body = SummerLeave)))]
#[get("/summer/leaves/{id}")]
pub async fn read_summer_leave(access: Access<Summer, Read>, id: PathId, _: Nothing) -> Result<Found<SummerLeave>> {
    Ok(Found(access.read(move |cx| leaves::find(cx, &id.0)).await?))
}

/// Cancel a leave
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = SummerCancellation,
    params(("id" = String, Path)), responses((status = 200, body = SummerLeave)))]
#[post("/summer/leaves/{id}/cancel")]
pub async fn cancel_summer_leave(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SummerCancellation>,
) -> Result<Created> {
    access
        .act(move |cx| {
            leaves::cancel(cx, &id.0, if_match, &body.0)?;
            leaves::find(cx, &id.0)
        })
        .await
}
