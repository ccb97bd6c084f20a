//! How much may be uploaded: by one person in a day, and by a ward in all. Nobody fills the disk of the others.

use actix_web::http::StatusCode;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::access::subject::Own;
use crate::access::{Create, Cx};
use crate::calendar;
use crate::db::Conn;
use crate::db::schema::attachments;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};

pub const ENOUGH_TODAY: Message = Message::new(
    "upload_limit",
    "Hôm nay anh/chị đã tải lên đủ mức cho phép ({files} tệp hoặc {megabytes} MB). Hãy tải tiếp vào ngày mai, hoặc báo quản trị hệ thống.",
    "You have uploaded as much as one may in a day ({files} files or {megabytes} MB). Go on tomorrow, or tell the administrator.",
);
pub const NO_ROOM: Message = Message::new(
    "no_room",
    "Kho tệp của phường đã đầy ({megabytes} MB). Tệp chưa được lưu; hãy báo quản trị hệ thống.",
    "The ward's files take all their room ({megabytes} MB). The file was not kept; tell the administrator.",
);

const MEGABYTE: i64 = 1024 * 1024;

/// # Errors
/// 429 until the next day for whoever uploaded enough, 507 where the ward has no room left.
pub(super) fn check(cx: &mut Cx<'_, Own, Create>, size: i64) -> Result<()> {
    let config = &cx.services().config;
    let (files, megabytes, ward) = (config.uploads_per_day, config.upload_mb_per_day, config.attachments_mb_per_ward);
    let person = cx.person()?.user_id.clone();
    let (today, now) = (cx.today(), cx.now());
    let since = Instant::new(calendar::start_of_ward_day(today));
    if files > 0 || megabytes > 0 {
        let (count, bytes) = of_person(cx.conn(), &person, since)?;
        let too_many = files > 0 && count >= i64::from(files);
        if too_many || is_beyond(megabytes, bytes, size) {
            metrics::counter!("bup_limited_total", "kind" => "upload_day").increment(1);
            let tomorrow = since.plus(chrono::TimeDelta::days(1)).utc() - now.utc();
            let seconds = u64::try_from(tomorrow.num_seconds()).unwrap_or(0).max(1);
            return Err(Error::limited(ENOUGH_TODAY, seconds).with("files", files).with("megabytes", megabytes));
        }
    }
    let Some(own) = cx.actor().ward_id.clone().filter(|_| ward > 0) else { return Ok(()) };
    let bytes = of_ward(cx.conn(), &own)?;
    if is_beyond(ward, bytes, size) {
        metrics::counter!("bup_limited_total", "kind" => "ward_room").increment(1);
        return Err(Error::new(StatusCode::INSUFFICIENT_STORAGE, NO_ROOM).with("megabytes", ward));
    }
    Ok(())
}

fn is_beyond(megabytes: u32, bytes: i64, more: i64) -> bool {
    megabytes > 0 && bytes.saturating_add(more) > i64::from(megabytes) * MEGABYTE
}

fn of_person(conn: &mut Conn, person: &Id, since: Instant) -> Result<(i64, i64)> {
    let own = attachments::table
        .filter(attachments::created_at.ge(since))
        .filter(attachments::uploaded_by_id.eq(person))
        .select(attachments::size);
    let sizes: Vec<i64> = own.load(conn)?;
    Ok((i64::try_from(sizes.len()).unwrap_or(i64::MAX), sizes.iter().sum()))
}

/// The sum of both databases as one type: PostgreSQL would answer a number of any length.
fn of_ward(conn: &mut Conn, ward: &Id) -> Result<i64> {
    let all = attachments::table.filter(attachments::ward_id.eq(ward));
    Ok(all.select(sql::<BigInt>("COALESCE(CAST(SUM(size) AS BIGINT), 0)")).first(conn)?)
}
