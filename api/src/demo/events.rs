//! Forty invented events around today: some reported, some held, some to come, some waiting for what they need.

use anyhow::Result;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::event_people;
use crate::access::subject::Events;
use crate::access::{Approve, Create, Cx, Gate, UnitKind, Update};
use crate::calendar;
use crate::db::types::{Id, Instant};
use crate::error;
use crate::features::events::bodies::{EventHeld, EventReport, EventStep, NewEvent};
use crate::features::events::model::{
    BudgetLine, BudgetSource, EventConditions, EventDetails, EventKind as Kind, EventOutcome, EventPerson, MapPoint,
    ProgrammeLine,
};
use crate::features::{events, units};
use crate::http::IfMatch;

/// How far an event has come.
#[derive(Clone, Copy, PartialEq)]
enum Far {
    Draft,
    Proposed,
    Approved,
    Held,
    Reported,
}

/// Title, kind, place, account that makes it, unit that leads where that is another, days from today, hour, hours,
/// children, how far.
type Line = (&'static str, Kind, &'static str, &'static str, Option<UnitKind>, i64, i64, i64, i32, Far);

#[rustfmt::skip]
const EVENTS: [Line; 40] = [
    ("Họp triển khai Tháng hành động vì trẻ em", Kind::Meeting, "Hội trường UBND phường", "chinhsach", None, -30, 8, 2, 0, Far::Reported),
    ("Ra quân treo băng rôn, khẩu hiệu trên các trục đường", Kind::Communication, "Đường Lê Lợi và các trục chính", "vanhoa", None, -27, 7, 3, 0, Far::Reported),
    ("Thăm, tặng quà trẻ em có hoàn cảnh đặc biệt, khu phố 1–4", Kind::GiftVisit, "Nhà văn hóa khu phố 2", "chinhsach", None, -25, 8, 3, 28, Far::Reported),
    ("Thăm, tặng quà trẻ em có hoàn cảnh đặc biệt, khu phố 5–8", Kind::GiftVisit, "Nhà văn hóa khu phố 6", "chinhsach", None, -24, 8, 3, 31, Far::Reported),
    ("Thăm, tặng quà trẻ em có hoàn cảnh đặc biệt, khu phố 9–11", Kind::GiftVisit, "Nhà văn hóa khu phố 10", "mttq", None, -23, 8, 3, 22, Far::Reported),
    ("Tuyên dương học sinh vượt khó học giỏi", Kind::Festival, "Hội trường UBND phường", "mttq", None, -22, 14, 2, 45, Far::Reported),
    ("Lớp kỹ năng phòng, chống xâm hại trẻ em", Kind::SkillsClass, "Trường Tiểu học Ba Đình", "doan", None, -20, 8, 2, 60, Far::Reported),
    ("Sân chơi dân gian khu phố 3", Kind::Festival, "Sân nhà văn hóa khu phố 3", "khupho3", None, -19, 15, 2, 55, Far::Reported),
    ("Khám sức khỏe, tẩy giun cho trẻ dưới 6 tuổi", Kind::HealthCheck, "Trạm Y tế phường", "chinhsach", Some(UnitKind::HealthStation), -18, 7, 4, 80, Far::Reported),
    ("Giải bóng đá thiếu niên, vòng bảng", Kind::Sport, "Sân vận động phường", "doan", None, -16, 15, 2, 64, Far::Reported),
    ("Nói chuyện về sức khỏe tâm thần tuổi học đường", Kind::SkillsClass, "Trường THCS Ba Đình", "truong2", None, -15, 9, 2, 70, Far::Reported),
    ("Sân chơi dân gian khu phố 7", Kind::Festival, "Sân nhà văn hóa khu phố 7", "khupho7", None, -13, 15, 2, 48, Far::Held),
    ("Lớp kỹ năng an toàn giao thông cho học sinh tiểu học", Kind::SkillsClass, "Trường Tiểu học Ba Đình", "truong1", None, -12, 8, 2, 75, Far::Held),
    ("Trưng cầu ý kiến trẻ em về điểm vui chơi", Kind::Forum, "Nhà văn hóa phường", "doan", None, -11, 14, 2, 36, Far::Held),
    ("Giải bóng đá thiếu niên, bán kết", Kind::Sport, "Sân vận động phường", "doan", None, -9, 15, 2, 48, Far::Held),
    ("Tư vấn nuôi dạy con cho cha mẹ, người chăm sóc trẻ", Kind::SkillsClass, "Nhà văn hóa khu phố 5", "khupho5", None, -8, 14, 2, 0, Far::Held),
    ("Phát thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi", Kind::GiftVisit, "Bộ phận một cửa UBND phường", "chinhsach", None, -6, 8, 3, 20, Far::Held),
    ("Vẽ tranh “Em yêu quê hương”", Kind::Festival, "Nhà văn hóa phường", "vanhoa", None, -4, 8, 3, 58, Far::Held),
    ("Đọc sách cùng em, khu phố 9", Kind::Other, "Nhà văn hóa khu phố 9", "khupho9", None, -2, 15, 2, 30, Far::Held),
    ("Giao ban Ban Chỉ đạo", Kind::Meeting, "Phòng họp UBND phường", "chinhsach", None, 0, 8, 2, 0, Far::Approved),
    ("Sân chơi dân gian khu phố 1", Kind::Festival, "Sân nhà văn hóa khu phố 1", "khupho1", None, 0, 15, 2, 40, Far::Approved),
    ("Kiểm tra an toàn các điểm vui chơi", Kind::Other, "Các khu phố", "chinhsach", None, 1, 8, 3, 0, Far::Approved),
    ("Lớp sơ cấp cứu, phòng chống đuối nước trên cạn", Kind::SkillsClass, "Nhà văn hóa phường", "doan", None, 2, 8, 2, 45, Far::Approved),
    ("Câu lạc bộ Quyền trẻ em sinh hoạt tháng", Kind::Forum, "Trường THCS Ba Đình", "doan", None, 3, 14, 2, 32, Far::Approved),
    ("Chung kết bóng đá thiếu niên", Kind::Sport, "Sân vận động phường", "doan", None, 4, 15, 2, 70, Far::Approved),
    ("Chiếu phim thiếu nhi", Kind::Festival, "Hội trường UBND phường", "vanhoa", None, 5, 14, 2, 80, Far::Approved),
    ("Trao học bổng “Tiếp sức đến trường”", Kind::GiftVisit, "Hội trường UBND phường", "mttq", None, 6, 8, 2, 35, Far::Approved),
    ("Tập huấn cộng tác viên trẻ em các khu phố", Kind::SkillsClass, "Hội trường UBND phường", "chinhsach", None, 7, 8, 3, 0, Far::Approved),
    ("Sân chơi dân gian khu phố 11", Kind::Festival, "Sân nhà văn hóa khu phố 11", "khupho11", None, 8, 15, 2, 42, Far::Approved),
    ("Khám mắt, khám răng học đường", Kind::HealthCheck, "Trường Tiểu học Ba Đình", "chinhsach", Some(UnitKind::HealthStation), 9, 7, 4, 85, Far::Approved),
    ("Lễ phát động toàn dân cho trẻ em học bơi", Kind::Launch, "Bể bơi Nhà thiếu nhi", "doan", None, 10, 7, 2, 120, Far::Proposed),
    ("Lớp dạy bơi an toàn", Kind::SwimmingClass, "Bể bơi Nhà thiếu nhi", "doan", None, 11, 15, 2, 25, Far::Proposed),
    ("Diễn đàn trẻ em phường", Kind::Forum, "Hội trường UBND phường", "doan", None, 13, 8, 3, 60, Far::Proposed),
    ("Đêm hội trăng rằm", Kind::Festival, "Sân vận động phường", "vanhoa", None, 15, 19, 2, 300, Far::Proposed),
    ("Tham quan di tích lịch sử", Kind::Excursion, "Đền Sòng", "truong3", None, 16, 7, 5, 44, Far::Draft),
    ("Trại hè “Em lớn lên cùng phường”", Kind::Camp, "Khu sinh thái hồ Cánh Chim", "doan", None, 18, 7, 34, 90, Far::Draft),
    ("Ngày Gia đình Việt Nam 28/6", Kind::FamilyDay, "Nhà văn hóa phường", "vanhoa", None, 20, 8, 3, 70, Far::Draft),
    ("Đọc sách cùng em, khu phố 4", Kind::Other, "Nhà văn hóa khu phố 4", "khupho4", None, 12, 15, 2, 30, Far::Draft),
    ("Gói bánh, làm đèn cùng ông bà", Kind::Festival, "Nhà văn hóa khu phố 8", "khupho8", None, 14, 8, 3, 38, Far::Draft),
    ("Họp tổng kết Tháng hành động vì trẻ em", Kind::Meeting, "Hội trường UBND phường", "chinhsach", None, 24, 8, 2, 0, Far::Draft),
];

/// The ward's events.
///
/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    let today = calendar::ward_today(gate.services().clock.now().utc());
    for line in &EVENTS {
        let id = super::told(one(gate, today, line))?;
        super::told(around(gate, today, &id, line))?;
    }
    Ok(())
}

/// What the ward held in the plan's month: title, kind, place, account, unit that leads, days after the first, hour,
/// hours, children.
#[rustfmt::skip]
const MONTH: [Line; 22] = [
    ("Lễ phát động Tháng hành động vì trẻ em năm 2024", Kind::Festival, "Hội trường UBND phường", "doan", None, 0, 7, 2, 80, Far::Reported),
    ("Thăm, tặng quà trẻ em có hoàn cảnh đặc biệt", Kind::GiftVisit, "Nhà văn hóa phường", "chinhsach", None, 0, 9, 2, 60, Far::Reported),
    ("Tặng quà học sinh vượt khó học giỏi", Kind::GiftVisit, "Hội trường UBND phường", "mttq", None, 1, 14, 2, 40, Far::Reported),
    ("Truyền thông phòng, chống xâm hại trẻ em", Kind::Communication, "Nhà văn hóa khu phố 2", "vanhoa", None, 3, 15, 2, 45, Far::Reported),
    ("Sân chơi dân gian khu phố 1", Kind::Festival, "Sân nhà văn hóa khu phố 1", "khupho1", None, 4, 15, 2, 52, Far::Reported),
    ("Sân chơi dân gian khu phố 3", Kind::Festival, "Sân nhà văn hóa khu phố 3", "khupho3", None, 5, 15, 2, 47, Far::Reported),
    ("Khám sức khỏe cho trẻ dưới 6 tuổi", Kind::HealthCheck, "Trạm Y tế phường", "chinhsach", Some(UnitKind::HealthStation), 6, 7, 4, 80, Far::Reported),
    ("Giải bóng đá thiếu niên", Kind::Sport, "Sân vận động phường", "doan", None, 7, 15, 2, 64, Far::Reported),
    ("Lớp kỹ năng phòng, chống đuối nước trên cạn", Kind::SkillsClass, "Nhà văn hóa phường", "doan", None, 9, 8, 2, 55, Far::Reported),
    ("Lớp kỹ năng an toàn giao thông", Kind::SkillsClass, "Nhà văn hóa khu phố 5", "khupho5", None, 10, 8, 2, 38, Far::Reported),
    ("Truyền thông an toàn trên môi trường mạng", Kind::Communication, "Nhà văn hóa phường", "vanhoa", None, 11, 14, 2, 50, Far::Reported),
    ("Đọc sách cùng em, khu phố 9", Kind::Other, "Nhà văn hóa khu phố 9", "khupho9", None, 12, 15, 2, 30, Far::Reported),
    ("Lấy ý kiến trẻ em về điểm vui chơi", Kind::Forum, "Nhà văn hóa phường", "doan", None, 13, 14, 2, 36, Far::Reported),
    ("Sân chơi dân gian khu phố 7", Kind::Festival, "Sân nhà văn hóa khu phố 7", "khupho7", None, 14, 15, 2, 44, Far::Reported),
    ("Tư vấn kỹ năng nuôi dạy con cho cha mẹ", Kind::SkillsClass, "Nhà văn hóa khu phố 8", "khupho8", None, 16, 14, 2, 0, Far::Reported),
    ("Vẽ tranh “Em yêu quê hương”", Kind::Festival, "Nhà văn hóa phường", "vanhoa", None, 17, 8, 3, 58, Far::Reported),
    ("Trao học bổng “Tiếp sức đến trường”", Kind::GiftVisit, "Hội trường UBND phường", "mttq", None, 18, 8, 2, 25, Far::Reported),
    ("Diễn đàn trẻ em phường", Kind::Forum, "Hội trường UBND phường", "doan", None, 19, 8, 3, 60, Far::Reported),
    ("Tập huấn cộng tác viên trẻ em các khu phố", Kind::SkillsClass, "Hội trường UBND phường", "chinhsach", None, 20, 8, 3, 0, Far::Reported),
    ("Sân chơi dân gian khu phố 11", Kind::Festival, "Sân nhà văn hóa khu phố 11", "khupho11", None, 22, 15, 2, 42, Far::Reported),
    ("Ngày Gia đình Việt Nam 28/6", Kind::FamilyDay, "Nhà văn hóa phường", "vanhoa", None, 27, 8, 3, 70, Far::Reported),
    ("Họp sơ kết Tháng hành động vì trẻ em", Kind::Meeting, "Hội trường UBND phường", "chinhsach", None, 28, 8, 2, 0, Far::Reported),
];

/// The events of the plan's month, held and reported.
///
/// # Errors
/// When the database refuses.
pub fn month(gate: &Gate, first: NaiveDate) -> Result<()> {
    MONTH.iter().try_for_each(|line| super::told(one(gate, first, line)).map(drop))
}

/// What stands around an event that is still to come: its safety plan, and who takes part.
fn around(gate: &Gate, today: NaiveDate, id: &Id, line: &Line) -> error::Result<()> {
    let (_, kind, _, maker, _, days, _, _, children, far) = *line;
    match kind {
        Kind::Launch => {
            event_people::safe(gate, id, true)?;
            gate.demo("lanhdao", |cx: &mut Cx<'_, Events, Approve>| {
                events::approve(cx, id, IfMatch::none(), &EventStep::default())
            })?;
        }
        Kind::SwimmingClass => event_people::safe(gate, id, false)?,
        _ => {}
    }
    let organises = maker == "doan" || maker.starts_with("khupho");
    if far != Far::Approved || children == 0 || !organises {
        return Ok(());
    }
    event_people::take_part(
        gate,
        id,
        maker,
        before(gate, calendar::start_of_ward_day(today + TimeDelta::days(days)), 2),
    )
}

/// So many days before a day, and in the past at any hour of the demo's own day: an event of today may be over.
fn before(gate: &Gate, day: DateTime<Utc>, days: i64) -> Instant {
    let now = gate.services().clock.now().utc();
    Instant::new((day - TimeDelta::days(days)).min(now - TimeDelta::hours(days)))
}

fn one(gate: &Gate, today: NaiveDate, line: &Line) -> error::Result<Id> {
    let (.., maker, _, days, _, _, _, far) = *line;
    let at = calendar::start_of_ward_day(today + TimeDelta::days(days));
    // Planned three weeks ahead, approved a week later.
    let past = |days| before(gate, at, days);
    let id = gate.demo_at(maker, past(21), |cx: &mut Cx<'_, Events, Create>| make(cx, today, line))?;
    if far == Far::Draft {
        return Ok(id);
    }
    let step = EventStep { following: true };
    gate.demo_at(maker, past(20), |cx: &mut Cx<'_, Events, Update>| events::propose(cx, &id, IfMatch::none(), &step))?;
    if far == Far::Proposed {
        return Ok(id);
    }
    gate.demo_at("lanhdao", past(14), |cx: &mut Cx<'_, Events, Approve>| {
        events::approve(cx, &id, IfMatch::none(), &step)
    })?;
    if far == Far::Approved {
        return Ok(id);
    }
    let ended = Instant::new(at + TimeDelta::hours(19));
    gate.demo_at(maker, ended, |cx: &mut Cx<'_, Events, Update>| hold(cx, &id, line))?;
    if far == Far::Held {
        return Ok(id);
    }
    let next_day = Instant::new(at + TimeDelta::hours(33));
    gate.demo_at(maker, next_day, |cx: &mut Cx<'_, Events, Update>| report(cx, &id, line))?;
    Ok(id)
}

fn make(cx: &mut Cx<'_, Events, Create>, today: NaiveDate, line: &Line) -> error::Result<Id> {
    let (title, kind, place, _, leads, days, hour, hours, children, _) = *line;
    let ward = cx.scope().ward().cloned().ok_or_else(error::Error::not_found)?;
    let active = units::active(cx, &ward)?;
    let starts_at = calendar::start_of_ward_day(today + TimeDelta::days(days)) + TimeDelta::hours(hour);
    let lead_unit_id = leads.and_then(|kind| active.iter().find(|unit| unit.kind == kind)).map(|unit| unit.id.clone());
    let input = NewEvent {
        title: title.to_owned(),
        kind,
        starts_at: Instant::new(starts_at),
        ends_at: Instant::new(starts_at + TimeDelta::hours(hours)),
        place: place.to_owned(),
        point: point(place),
        neighborhood_id: None,
        lead_unit_id,
        joining_unit_ids: Vec::new(),
        section_id: None,
        task_id: None,
        details: details(kind, hour, children),
        conditions: EventConditions {
            near_water: matches!(kind, Kind::SwimmingClass | Kind::Camp) || place.starts_with("Bể bơi"),
            with_fire: kind == Kind::Camp,
            outdoors: place.contains("Sân") || place.contains("sân"),
            on_road: false,
        },
        expected_children: children,
        expected_adults: (children / 10 + 4).min(30),
        budget: vec![
            BudgetLine { source: BudgetSource::State, planned: 2_000_000, spent: 0, note: String::new() },
            BudgetLine {
                source: BudgetSource::Mobilised,
                planned: i64::from(children) * 20_000,
                spent: 0,
                note: String::new(),
            },
        ],
        is_public: children > 0,
        repeat: None,
    };
    let made = events::create(cx, &input)?;
    made.into_iter().next().ok_or_else(error::Error::not_found)
}

fn point(place: &str) -> Option<MapPoint> {
    let at = |lat, lng| Some(MapPoint { lat, lng });
    match place {
        "Nhà văn hóa phường" => at(20.0785, 105.8562),
        "Sân vận động phường" => at(20.0768, 105.8590),
        "Bể bơi Nhà thiếu nhi" => at(20.0749, 105.8541),
        _ => None,
    }
}

fn details(kind: Kind, hour: i64, children: i32) -> EventDetails {
    let line = |plus: i64, what: &str| ProgrammeLine {
        time: Some(format!("{:02}:00", (hour + plus).min(23))),
        what: what.to_owned(),
        who: String::new(),
    };
    let programme = match kind {
        Kind::Meeting => vec![line(0, "Khai mạc, thông qua chương trình"), line(1, "Thảo luận, kết luận")],
        _ => vec![line(0, "Đón trẻ, điểm danh"), line(1, "Hoạt động chính"), line(2, "Điểm danh, trả trẻ")],
    };
    let person = |name: &str, phone: &str, duty: &str| EventPerson {
        name: name.to_owned(),
        phone: Some(phone.to_owned()),
        duty: duty.to_owned(),
    };
    EventDetails {
        programme,
        audience: if children > 0 { "Trẻ em của phường" } else { "Cán bộ, cộng tác viên" }.to_owned(),
        staff: vec![
            person("Vũ Hải Đăng", "0912000111", "Phụ trách chung"),
            person("Lê Thu Hà", "0912000222", "Hậu cần"),
        ],
        capacity: (children > 0).then_some(children),
        ..EventDetails::default()
    }
}

fn hold(cx: &mut Cx<'_, Events, Update>, id: &Id, line: &Line) -> error::Result<()> {
    let (.., children, _) = *line;
    let held = EventHeld { actual_children: children - children / 9, actual_adults: (children / 10 + 5).min(30) };
    events::hold(cx, id, IfMatch::none(), &held)
}

fn report(cx: &mut Cx<'_, Events, Update>, id: &Id, line: &Line) -> error::Result<()> {
    let (title, .., children, _) = *line;
    let spent = |source, planned: i64| BudgetLine { source, planned, spent: planned * 9 / 10, note: String::new() };
    let report = EventReport {
        outcome: EventOutcome {
            summary: format!("{title}: tổ chức đúng kế hoạch, an toàn; người tham gia hưởng ứng tốt."),
            shortcomings: "Thời gian chuẩn bị còn ngắn.".to_owned(),
            proposals: "Duy trì hoạt động hằng năm.".to_owned(),
        },
        budget: vec![
            spent(BudgetSource::State, 2_000_000),
            spent(BudgetSource::Mobilised, i64::from(children) * 20_000),
        ],
        attachment_ids: Vec::new(),
    };
    events::report(cx, id, IfMatch::none(), &report)
}
