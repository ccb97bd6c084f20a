//! The demo: the ward Ba Đình with invented people only, made from a fixed seed.

mod breaches;
mod cases;
mod children;
mod communication_texts;
mod communications;
mod dice;
mod event_people;
mod events;
mod injuries;
mod inspections;
mod month;
mod plan;
mod portal;
mod summer;
mod ward;

use anyhow::Result;
use chrono::TimeDelta;
use diesel::prelude::*;

use crate::access::{Gate, PublicCx};
use crate::db::schema::{notifications, users};
use crate::features::notifications::Kind;

pub use children::{COUNT, fill as fill_children};
pub use ward::basic;

/// The password of every demo account; a demo only listens to this machine.
pub const PASSWORD: &str = "BaDinh@2024!";

/// The accounts, one for each role, as they are printed.
pub const ACCOUNTS: &str =
    "lanhdao, chinhsach, vanhoa, doan, congan, mttq, khupho1 … khupho11, truong1 … truong3, yte, captren, quantri";

/// Fills an empty database, with so many children.
///
/// # Errors
/// When it is not empty, or the database refuses.
pub fn fill(gate: &Gate, children: usize) -> Result<()> {
    if !is_empty(gate)? {
        anyhow::bail!("the database already holds accounts; the demo only fills an empty one");
    }
    basic(gate)?;
    plan::fill(gate)?;
    children::fill(gate, 0..children)?;
    // A ward of another size is made to be measured: it has children and no stories.
    if children != children::COUNT {
        return Ok(());
    }
    portal::fill(gate)?;
    summer::fill(gate)?;
    injuries::fill(gate)?;
    cases::fill(gate)?;
    events::fill(gate)?;
    communications::fill(gate)?;
    inspections::fill(gate)?;
    breaches::fill(gate)?;
    month::fill(gate)?;
    told(gate.public("demo", read_old_news))
}

/// Weeks of invented work rang everybody's bell: what is older than a day, and the summer's, counts as read.
fn read_old_news(cx: &mut PublicCx<'_>) -> crate::error::Result<()> {
    let summer = [Kind::SummerHandedOver, Kind::SummerReceived, Kind::SummerReopened, Kind::SummerReturned];
    let yesterday = cx.now.plus(-TimeDelta::days(1));
    let old = notifications::kind.eq_any(summer).or(notifications::created_at.lt(yesterday));
    let now = cx.now;
    diesel::update(notifications::table.filter(old)).set(notifications::read_at.eq(now)).execute(cx.conn)?;
    Ok(())
}

/// Fills the database at the first start with `--demo`.
///
/// # Errors
/// When the database refuses.
pub fn fill_if_empty(gate: &Gate) -> Result<()> {
    if is_empty(gate)? { fill(gate, children::COUNT) } else { Ok(()) }
}

/// What a feature has refused, as the person at the terminal reads it.
fn told<T>(result: crate::error::Result<T>) -> Result<T> {
    result.map_err(|error| {
        let sentence = error.sentence(crate::http::context::Lang::Vi);
        anyhow::anyhow!("{} {sentence} {:?}", error.code(), error.cause())
    })
}

fn is_empty(gate: &Gate) -> Result<bool> {
    let count = gate.public_read(|cx| Ok(users::table.count().get_result::<i64>(cx.conn)?));
    Ok(count.map_err(|error| anyhow::anyhow!("{error}"))? == 0)
}
