//! Two invented violations of personal data: one that was told in time and closed, one whose clock runs.

use anyhow::Result;
use chrono::TimeDelta;

use crate::access::subject::Breaches;
use crate::access::{Approve, Create, Cx, Gate, Update};
use crate::db::types::{Id, Instant};
use crate::features::breaches;
use crate::features::breaches::model::{
    BreachAssessment, BreachClosing, BreachData, BreachHarm, BreachKind, BreachNotice, BreachTelling, NewBreachMeasure,
    NewDataBreach,
};
use crate::http::IfMatch;

const OFFICER: &str = "chinhsach";

/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    let now = gate.services().clock.now();
    let ago = |hours| now.plus(-TimeDelta::hours(hours));
    closed(gate, &ago)?;
    let running = NewDataBreach {
        kind: BreachKind::WrongRecipient,
        what_happened:
            "Gửi nhầm danh sách 46 trẻ nhận quà 1/6 (họ tên, ngày sinh, hoàn cảnh) vào nhóm Zalo chung của khu \
                        phố thay vì gửi cho công chức chính sách. Đã thu hồi tin sau 20 phút, có người đã xem."
                .to_owned(),
        discovered_at: ago(30),
        data_kinds: vec![BreachData::Identity, BreachData::CaseFile],
        people_count: Some(46),
        children_touched: Some(true),
    };
    super::told(gate.demo_at("khupho3", ago(29), |cx: &mut Cx<'_, Breaches, Create>| breaches::create(cx, &running)))?;
    Ok(())
}

fn closed(gate: &Gate, ago: &dyn Fn(i64) -> Instant) -> Result<()> {
    let new = NewDataBreach {
        kind: BreachKind::LostDevice,
        what_happened:
            "Mất điện thoại trên đường đi khu phố 7 về. Máy có khóa bằng vân tay, đã đăng nhập hệ thống; có ảnh \
                        chụp 3 phiếu đăng ký lớp bơi."
                .to_owned(),
        discovered_at: ago(600),
        data_kinds: vec![BreachData::Identity, BreachData::Contact, BreachData::Account],
        people_count: Some(3),
        children_touched: Some(true),
    };
    let id: Id =
        super::told(gate.demo_at("doan", ago(599), |cx: &mut Cx<'_, Breaches, Create>| breaches::create(cx, &new)))?;
    super::told(gate.demo_at(OFFICER, ago(598), |cx: &mut Cx<'_, Breaches, Update>| {
        let text = "Đã đăng xuất mọi thiết bị của tài khoản, đổi mật khẩu, khóa máy từ xa.".to_owned();
        breaches::add_measure(cx, &id, IfMatch::of(1), &NewBreachMeasure { text, done_at: None })?;
        let assessment = BreachAssessment {
            harm: BreachHarm::MayHarm,
            reason: "Người nhặt được máy có thể biết họ tên, địa chỉ của 3 trẻ và số điện thoại của gia đình."
                .to_owned(),
        };
        breaches::assess(cx, &id, IfMatch::of(2), &assessment)
    }))?;
    super::told(gate.demo_at(OFFICER, ago(570), |cx: &mut Cx<'_, Breaches, Update>| {
        let notice = BreachNotice {
            notified_at: ago(571),
            number: "12/TB-UBND".to_owned(),
            authority: None,
            late_reason: String::new(),
        };
        breaches::notify(cx, &id, IfMatch::of(3), &notice)?;
        let how = "Gọi điện cho 3 gia đình, hướng dẫn cảnh giác người lạ gọi đến.".to_owned();
        breaches::tell_people(cx, &id, IfMatch::of(4), &BreachTelling { told_at: ago(572), how })
    }))?;
    super::told(gate.demo_at("lanhdao", ago(430), |cx: &mut Cx<'_, Breaches, Approve>| {
        let summary =
            "Không thấy dấu hiệu dữ liệu bị dùng. Đã nhắc các đơn vị không chụp phiếu đăng ký bằng máy cá nhân.";
        breaches::close(cx, &id, IfMatch::of(5), &BreachClosing { summary: summary.to_owned() })
    }))
}
