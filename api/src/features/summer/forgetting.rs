//! What the summer says of a child who is erased: the number on its lists stays, the words go.

use diesel::prelude::*;

use crate::access::{Cx, Subject, Writes};
use crate::db::schema::{
    summer_handover_children as entries, summer_leaves as leaves, summer_marks as marks, summer_opinions as opinions,
};
use crate::db::types::Id;
use crate::error::Result;

/// # Errors
/// When the database refuses.
pub fn forget<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, child: &Id) -> Result<()> {
    diesel::delete(opinions::table.filter(opinions::child_id.eq(child))).execute(cx.conn())?;
    let said = (entries::note.eq(""), entries::academic.eq(""), entries::conduct.eq(""), entries::talents.eq(""));
    let rated = (entries::teacher.eq(""), entries::rating.eq(None::<String>), entries::remarks.eq(""));
    let of_child = entries::table.filter(entries::child_id.eq(child));
    diesel::update(of_child).set((said, rated)).execute(cx.conn())?;
    diesel::update(marks::table.filter(marks::child_id.eq(child))).set(marks::note.eq("")).execute(cx.conn())?;
    diesel::update(leaves::table.filter(leaves::child_id.eq(child)))
        .set((leaves::reason.eq(""), leaves::asked_by.eq(""), leaves::cancel_reason.eq("")))
        .execute(cx.conn())?;
    Ok(())
}
