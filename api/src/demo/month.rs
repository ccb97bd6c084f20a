//! The month of the plan, once it is over: what was held, broadcast, given and told in June 2024, so that the month's
//! report has something to say; units have handed theirs in, the flash report went up. The ward's own report waits to be
//! written.

use anyhow::Result;
use chrono::{DateTime, NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::dice::Dice;
use super::{cases, children, communications, events, summer, told};
use crate::access::subject::{Children, Injuries, Plans, Reports};
use crate::access::{Approve, Create, Cx, Gate, Read, Update};
use crate::calendar;
use crate::db::schema::{child_circumstances, children as list};
use crate::db::types::{Id, Instant};
use crate::error;
use crate::features::children::supports::SupportKind;
use crate::features::injuries::model::{InjuryKind, InjuryOutcome, InjuryPlaceKind, NewInjury};
use crate::features::reports::bodies::{NewReport, ReportChanges, ReportMove, ReportSending, SectionChange};
use crate::features::reports::model::ReportKind;
use crate::features::{injuries, plans, reports, units};
use crate::http::IfMatch;

/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    let today = calendar::ward_today(gate.services().clock.now().utc());
    let (first, last) = (day(6, 1), day(6, 30));
    // Whoever plays the demo within the month makes the month.
    if today <= last + TimeDelta::days(7) {
        return Ok(());
    }
    told(gate.public("demo", |cx| begin_earlier(cx.conn)))?;
    events::month(gate, first)?;
    communications::month(gate, moment(last))?;
    told(gate.demo_at("chinhsach", moment(last), |cx: &mut Cx<'_, Children, Create>| give(cx, first)))?;
    told(gate.demo_at("yte", moment(last), |cx: &mut Cx<'_, Injuries, Create>| accidents(cx, first)))?;
    cases::month(gate, moment(day(6, 4)))?;
    summer::month(gate, day(5, 30))?;
    hand_in(gate)?;
    go_up(gate)
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, month, day).unwrap_or(DateTime::UNIX_EPOCH.date_naive())
}

/// Eight in the morning of a day.
fn moment(day: NaiveDate) -> Instant {
    Instant::new(calendar::start_of_ward_day(day) + TimeDelta::hours(8))
}

/// The list was begun long before the demo: whoever was born then was in need then.
fn begin_earlier(conn: &mut crate::db::Conn) -> error::Result<()> {
    let begun = day(1, 15);
    let known: Vec<Id> = list::table.filter(list::date_of_birth.lt(begun)).select(list::id).load(conn)?;
    for some in known.chunks(500) {
        diesel::update(child_circumstances::table.filter(child_circumstances::child_id.eq_any(some)))
            .set(child_circumstances::from_date.eq(begun))
            .execute(conn)?;
    }
    Ok(())
}

/// What is given in the month: kind, programme, worth in đồng, and to one of how many children of the list.
const GIVEN: [(SupportKind, &str, Option<i64>, usize); 6] = [
    (SupportKind::Gift, "Quà Tháng hành động vì trẻ em 2024", Some(300_000), 12),
    (SupportKind::Visit, "Thăm trẻ em có hoàn cảnh đặc biệt", None, 40),
    (SupportKind::Scholarship, "Học bổng “Tiếp sức đến trường”", Some(1_000_000), 90),
    (SupportKind::InsuranceCard, "Cấp thẻ bảo hiểm y tế", None, 60),
    (SupportKind::HealthCheck, "Khám sức khỏe tại Trạm Y tế", None, 15),
    (SupportKind::SwimmingClass, "Lớp dạy bơi an toàn", None, 30),
];

fn give(cx: &mut Cx<'_, Children, Create>, first: NaiveDate) -> error::Result<()> {
    let ids: Vec<Id> =
        list::table.filter(list::date_of_birth.lt(day(1, 1))).order(list::code).select(list::id).load(cx.conn())?;
    let mut dice = Dice::new(0x00b0_0b1e_6107_2024);
    let mut rows = Vec::new();
    for (kind, programme, value, one_of) in GIVEN {
        for child in ids.iter().filter(|_| dice.one_in(one_of)).collect::<Vec<_>>() {
            let on = first + TimeDelta::days(i64::try_from(dice.below(28)).unwrap_or(0));
            rows.push(children::support_row(cx, child, kind, on, programme, value));
        }
    }
    children::insert_supports(cx, &rows)
}

fn accidents(cx: &mut Cx<'_, Injuries, Create>, first: NaiveDate) -> error::Result<()> {
    let ward = cx.scope().ward().cloned().ok_or_else(error::Error::not_found)?;
    let mut places = units::active(cx, &ward)?;
    places.retain(|unit| unit.kind == crate::access::UnitKind::Neighborhood);
    let lines = [
        (3, InjuryKind::Fall, InjuryPlaceKind::Home, "Cầu thang", 6),
        (7, InjuryKind::Traffic, InjuryPlaceKind::Community, "Đường Lê Lợi", 11),
        (12, InjuryKind::Burn, InjuryPlaceKind::Home, "Bếp", 3),
        (15, InjuryKind::AnimalBite, InjuryPlaceKind::Community, "Ngõ 7", 8),
        (19, InjuryKind::Fall, InjuryPlaceKind::Community, "Sân nhà văn hóa", 9),
        (22, InjuryKind::Cut, InjuryPlaceKind::Home, "Sân nhà", 7),
        (25, InjuryKind::Fall, InjuryPlaceKind::School, "Sân trường", 10),
    ];
    for (at, (after, kind, place_kind, place, age)) in lines.into_iter().enumerate() {
        let sex = if at % 3 == 0 {
            crate::features::children::model::Sex::Female
        } else {
            crate::features::children::model::Sex::Male
        };
        let input = NewInjury {
            child_id: None,
            sex: Some(sex),
            age: Some(age),
            neighborhood_id: places.get(at % places.len().max(1)).map(|unit| unit.id.clone()),
            happened_on: first + TimeDelta::days(after),
            time: None,
            kind,
            place_kind,
            place: place.to_owned(),
            outcome: InjuryOutcome::Recovered,
            supervision: String::new(),
            description: "Đã sơ cứu, theo dõi tại nhà.".to_owned(),
            water: String::new(),
        };
        injuries::create(cx, &input)?;
    }
    Ok(())
}

/// Who has handed in, and what troubled them.
const UNITS: [(&str, &str, &str); 10] = [
    ("doan", "Chưa có bể bơi, phải mượn bể của Nhà thiếu nhi.", "Đề nghị hỗ trợ 01 bể bơi lắp ghép cho hè năm sau."),
    ("congan", "Không có.", ""),
    ("vanhoa", "Loa truyền thanh hai cụm xuống cấp.", "Đề nghị bố trí kinh phí thay loa truyền thanh."),
    ("khupho1", "Không có.", ""),
    ("khupho2", "Một số gia đình đi làm xa, khó lấy ý kiến về việc tham gia hoạt động.", ""),
    ("khupho3", "Sân chơi thiếu bóng mát.", "Đề nghị trồng cây, lắp mái che sân nhà văn hóa."),
    ("khupho5", "Không có.", ""),
    ("khupho6", "Không có.", ""),
    ("khupho8", "Không có.", ""),
    ("truong2", "Không có.", ""),
];

fn hand_in(gate: &Gate) -> Result<()> {
    for (who, weaknesses, proposals) in UNITS {
        let plan = told(plan_of(gate, who))?;
        let at = moment(day(7, 3));
        let new = NewReport { kind: ReportKind::UnitFinal, plan_id: plan, day: None };
        let id = told(gate.demo_at(who, at, |cx: &mut Cx<'_, Reports, Create>| reports::create(cx, &new)))?;
        let section = |key: &str, body: &str| SectionChange { key: key.to_owned(), body: Some(body.to_owned()) };
        let changes = ReportChanges {
            title: None,
            head: None,
            sections: vec![section("weaknesses", weaknesses), section("proposals", proposals)],
            numbers: Vec::new(),
        };
        told(gate.demo_at(who, at, |cx: &mut Cx<'_, Reports, Update>| {
            reports::update(cx, &id, IfMatch::of(1), &changes)?;
            reports::submit(cx, &id, IfMatch::none(), &ReportMove::default())
        }))?;
    }
    Ok(())
}

/// The flash report of the middle of the month, sent and not yet acknowledged.
fn go_up(gate: &Gate) -> Result<()> {
    let plan = told(plan_of(gate, "chinhsach"))?;
    let at = moment(day(6, 17));
    let new = NewReport { kind: ReportKind::WardFlash, plan_id: plan, day: Some(day(6, 16)) };
    let id = told(gate.demo_at("chinhsach", at, |cx: &mut Cx<'_, Reports, Create>| reports::create(cx, &new)))?;
    told(gate.demo_at("chinhsach", at, |cx: &mut Cx<'_, Reports, Update>| {
        reports::submit(cx, &id, IfMatch::none(), &ReportMove::default())
    }))?;
    told(gate.demo_at("lanhdao", at, |cx: &mut Cx<'_, Reports, Approve>| {
        reports::approve(cx, &id, IfMatch::none(), &ReportMove::default())
    }))?;
    let sending = ReportSending { number: Some(58), issued_on: Some(day(6, 17)) };
    told(
        gate.demo_at("chinhsach", at, |cx: &mut Cx<'_, Reports, Update>| {
            reports::send(cx, &id, IfMatch::none(), &sending)
        }),
    )
}

fn plan_of(gate: &Gate, who: &str) -> error::Result<Id> {
    gate.demo(who, |cx: &mut Cx<'_, Reports, Update>| {
        let plan = plans::current(&mut cx.also::<Plans, Read>()?)?;
        plan.map(|plan| plan.id).ok_or_else(error::Error::not_found)
    })
}
