//! The public page in the ward's own words: the advice to begin with, a notice, givers who agreed, what children said.

use anyhow::Result;

use crate::access::subject::Communications;
use crate::access::{Approve, Create, Cx, Gate};
use crate::error;
use crate::features::portal::model::{NewPublicNote, PublicNoteAction, PublicNoteKind as Kind};
use crate::features::portal::{add_starters, create, turn};
use crate::http::IfMatch;

/// Kind, title, body, reply of the ward, how a giver agreed.
type Note = (Kind, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const NOTES: &[Note] = &[
    (Kind::Notice, "Hè này, khu phố nào cũng có sân chơi", "Sân chơi hè mở tại nhà văn hóa khu phố, từ thứ Hai đến thứ Sáu.\nCha mẹ đăng ký với Trưởng khu phố.", "", ""),
    (Kind::Giver, "Hội Khuyến học phường", "30 suất học bổng cho học sinh vượt khó", "", "Văn bản của Hội, đồng ý nêu tên"),
    (Kind::Giver, "Nhà sách Măng Non", "200 đầu sách thiếu nhi cho tủ sách khu phố", "", "Chủ nhà sách đồng ý qua điện thoại"),
    (Kind::Voice, "Đường đến trường tối quá, chúng con sợ", "Ý kiến tại Diễn đàn trẻ em của phường", "Đã lắp thêm 12 bóng đèn trên đoạn đường sau trường.", ""),
    (Kind::Voice, "Chúng con muốn được học bơi", "Ý kiến tại Diễn đàn trẻ em của phường", "Đang tìm nơi đặt bể bơi lắp ghép; các lớp kỹ năng phòng đuối nước đã mở.", ""),
];

/// The ward's page.
///
/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    super::told(gate.demo("vanhoa", |cx: &mut Cx<'_, Communications, Create>| {
        add_starters(cx)?;
        for note in NOTES {
            show(cx, note)?;
        }
        hidden(cx)
    }))
}

fn show(cx: &mut Cx<'_, Communications, Create>, (kind, title, body, reply, how): &Note) -> error::Result<()> {
    let id = create(
        cx,
        &NewPublicNote {
            kind: *kind,
            title: (*title).to_owned(),
            body: (*body).to_owned(),
            reply: (*reply).to_owned(),
            consent_given: !how.is_empty(),
            consent_how: (*how).to_owned(),
            position: None,
            starts_on: None,
            ends_on: None,
        },
    )?;
    turn(&mut cx.also::<Communications, Approve>()?, &id, IfMatch::none(), PublicNoteAction::Show)
}

/// Somebody who gave and has not been asked yet.
fn hidden(cx: &mut Cx<'_, Communications, Create>) -> error::Result<()> {
    let giver = NewPublicNote {
        kind: Kind::Giver,
        title: "Một gia đình ở khu phố 4".to_owned(),
        body: "5 chiếc xe đạp".to_owned(),
        reply: String::new(),
        consent_given: false,
        consent_how: String::new(),
        position: None,
        starts_on: None,
        ends_on: None,
    };
    create(cx, &giver).map(drop)
}
