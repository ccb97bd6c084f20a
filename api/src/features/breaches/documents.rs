//! What the papers say: a violation put into the words of `bup_documents`.

use bup_documents::breaches as paper;
use bup_documents::decree30::{Header, Person};

use super::model::{BreachData, BreachHarm, BreachKind, DataBreach};
use super::store;
use crate::access::subject::Breaches;
use crate::access::{Cx, Update};
use crate::audit::{self, Changes};
use crate::calendar::ward_local;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::wards;
use crate::http::Download;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Thông báo vi phạm quy định về bảo vệ dữ liệu cá nhân, to the authority.
///
/// # Errors
/// 404.
pub fn notice(cx: &mut Cx<'_, Breaches, Update>, id: &Id) -> Result<Download> {
    let (breach, told) = told(cx, id, "TB-UBND")?;
    audit::record(cx, "print", id, Changes::none().field("paper", (), "notice"))?;
    let file_name = format!("{}-thong-bao.docx", breach.code);
    Ok(Download { bytes: paper::notice_docx(&told), media_type: DOCX, file_name })
}

/// Biên bản xác nhận vi phạm.
///
/// # Errors
/// 404.
pub fn record(cx: &mut Cx<'_, Breaches, Update>, id: &Id) -> Result<Download> {
    let (breach, told) = told(cx, id, "BB-UBND")?;
    audit::record(cx, "print", id, Changes::none().field("paper", (), "record"))?;
    let file_name = format!("{}-bien-ban.docx", breach.code);
    Ok(Download { bytes: paper::record_docx(&told), media_type: DOCX, file_name })
}

fn told(cx: &mut Cx<'_, Breaches, Update>, id: &Id, symbol: &str) -> Result<(DataBreach, paper::Breach)> {
    let breach = store::find(cx, id)?;
    let ward_id = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let ward = wards::letterhead(cx, &ward_id)?;
    let address = wards::settings(cx, &ward_id)?.address;
    let issuer = format!("ỦY BAN NHÂN DÂN\n{}", ward.name);
    let local = |at: Instant| ward_local(at.utc());
    // Told in time, it is not late because it is printed again later.
    let due_at = breach.clock.as_ref().filter(|_| breach.notified.is_none()).map(|clock| local(clock.due_at));
    let measure = |(at, text): (Instant, &String)| paper::Measure { at: local(at), text: text.clone() };
    let authority = breach.notified.as_ref().map(|told| told.authority.clone()).or_else(|| breach.authority.clone());
    let paper = paper::Breach {
        header: Header {
            parent: None,
            issuer,
            number: None,
            symbol: symbol.to_owned(),
            place: ward.place,
            date: Some(cx.today()),
        },
        code: breach.code.clone(),
        authority: authority.unwrap_or_default(),
        controller: format!("Ủy ban nhân dân {}", ward.name),
        address: Some(address).filter(|address| !address.is_empty()),
        discovered: local(breach.discovered_at),
        due: due_at,
        now: local(cx.now()),
        kind: kind_word(breach.kind).to_owned(),
        what_happened: breach.what_happened.clone().unwrap_or_default(),
        data_kinds: breach.data_kinds.iter().map(|kind| data_word(*kind).to_owned()).collect(),
        people: breach.people_count,
        children: breach.children_touched,
        may_harm: breach.harm.map(|harm| harm == BreachHarm::MayHarm),
        consequences: breach.harm_reason.clone().unwrap_or_default(),
        measures: breach.measures.iter().map(|one| measure((one.done_at, &one.text))).collect(),
        people_told: breach.people_told.as_ref().map(|told| measure((told.told_at, &told.how))),
        late_reason: breach.notified.as_ref().map(|told| told.late_reason.clone()).unwrap_or_default(),
        reporter: breach
            .reported_by
            .as_ref()
            .map(|person| Person { name: person.full_name.clone(), position: person.position.clone() }),
    };
    Ok((breach, paper))
}

fn kind_word(kind: BreachKind) -> &'static str {
    match kind {
        BreachKind::LostDevice => "Mất thiết bị có chứa dữ liệu cá nhân",
        BreachKind::WrongRecipient => "Gửi dữ liệu cá nhân nhầm người, nhầm nhóm",
        BreachKind::UnauthorisedLook => "Xem dữ liệu cá nhân không đúng thẩm quyền, không vì công việc",
        BreachKind::StolenAccount => "Lộ, mất tài khoản hoặc mật khẩu",
        BreachKind::LostPaper => "Mất, thất lạc giấy tờ có dữ liệu cá nhân",
        BreachKind::Published => "Đăng, phát tán dữ liệu cá nhân ra công khai",
        BreachKind::AlteredOrDestroyed => "Sửa đổi, xóa, hủy dữ liệu cá nhân trái phép",
        BreachKind::Other => "Vi phạm khác",
    }
}

fn data_word(kind: BreachData) -> &'static str {
    match kind {
        BreachData::Identity => "họ tên, ngày sinh, số định danh cá nhân",
        BreachData::Health => "tình trạng sức khỏe (dữ liệu nhạy cảm)",
        BreachData::CaseFile => "hồ sơ bảo vệ trẻ em, hoàn cảnh gia đình (dữ liệu nhạy cảm)",
        BreachData::Photo => "hình ảnh",
        BreachData::Contact => "địa chỉ, số điện thoại",
        BreachData::Account => "tài khoản, mật khẩu",
        BreachData::Other => "dữ liệu khác",
    }
}
