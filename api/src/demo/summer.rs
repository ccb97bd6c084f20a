//! A summer under way: lists of three schools in every state, groups, sessions with attendance, opinions and leaves. Its
//! days lie around today, so that there is a session to mark. Khu phố 3 has no group yet: somebody may make one.

use anyhow::Result;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

use super::dice::Dice;
use super::told;
use crate::access::subject::Summer;
use crate::access::{Create, Cx, Gate, Update};
use crate::db::types::{Id, Instant};
use crate::error;
use crate::features::summer::attendance_model::{
    AttendanceMark, AttendanceMarks, NewSummerLeave, NewSummerOpinion, SummerOpinions,
};
use crate::features::summer::bodies::{HandoverChanges, HandoverResult, HandoverReturn, HandoverSigning, NewHandovers};
use crate::features::summer::model::{Handover, HandoverChild, SummerPerson, SummerRating};
use crate::features::summer::session_model::{
    AttendanceState, NewSummerGroup, NewSummerSession, SummerConsent, SummerGroupDetail, SummerLeader, SummerMember,
    SummerMembersAddition,
};
use crate::features::summer::{actions, attendance, groups, leaves, members, opinions, sessions, store, write};
use crate::http::IfMatch;

/// The summer's data.
///
/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    let mut dice = Dice::new(0x00b0_0b1e_5a44_2024);
    let now = gate.services().clock.now();
    let today = crate::calendar::ward_today(now.utc());
    // Of the kindergarten the lists are being prepared; the others have handed over to the first of the neighborhoods,
    // and not all of those have signed. Khu phố 4 has returned its older children already.
    told(prepare(gate, "truong1", today, now))?;
    for (school, handed, received) in [("truong2", 10, 8), ("truong3", 8, 6)] {
        let mut lists = told(prepare(gate, school, today, now))?;
        lists.sort_by_key(number_of);
        for list in lists.iter().filter(|list| number_of(list) <= handed) {
            told(hand_over(gate, school, list, now))?;
        }
        for list in lists.iter().filter(|list| number_of(list) <= received) {
            told(receive(gate, list, now))?;
        }
        if school == "truong3" {
            told(lists.iter().filter(|list| number_of(list) == 4).try_for_each(|list| give_back(gate, list, now)))?;
        }
    }
    for place in [1, 2, 5] {
        told(run_neighborhood(gate, &mut dice, place, today))?;
    }
    Ok(())
}

/// The number in "Khu phố 3".
fn number_of(list: &Handover) -> u32 {
    let name = list.neighborhood.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default();
    name.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(u32::MAX)
}

fn head_of(list: &Handover) -> String {
    format!("khupho{}", number_of(list))
}

/// The summer of the plan's year: handed over, received and, in the end, given back.
///
/// # Errors
/// When the database refuses.
pub fn month(gate: &Gate, begun: NaiveDate) -> Result<()> {
    let mut dice = Dice::new(0x00b0_0b1e_5a44_1024);
    let at = |days: i64| {
        Instant::new(crate::calendar::start_of_ward_day(begun + TimeDelta::days(days)) + TimeDelta::hours(8))
    };
    let mut received = Vec::new();
    for school in ["truong2", "truong3"] {
        for list in told(prepare(gate, school, begun, at(0)))? {
            told(hand_over(gate, school, &list, at(1)))?;
            if number_of(&list) <= 9 {
                told(receive(gate, &list, at(2)))?;
                received.push(list);
            }
        }
    }
    for place in [1, 2, 5] {
        told(run_neighborhood(gate, &mut dice, place, begun + TimeDelta::days(21)))?;
    }
    received.iter().try_for_each(|list| told(give_back(gate, list, at(85))))
}

fn prepare(gate: &Gate, school: &str, today: NaiveDate, at: Instant) -> error::Result<Vec<Handover>> {
    let input = NewHandovers { year: today.year(), school_id: None, neighborhood_ids: None };
    Ok(gate.demo_at(school, at, |cx: &mut Cx<'_, Summer, Create>| write::prepare(cx, &input))?.items)
}

fn signing(position: &str) -> HandoverSigning {
    HandoverSigning { position: Some(position.to_owned()) }
}

fn hand_over(gate: &Gate, school: &str, list: &Handover, at: Instant) -> error::Result<()> {
    let person = |name: &str, position: &str| SummerPerson { name: name.to_owned(), position: position.to_owned() };
    let head = HandoverChanges {
        venue: Some(format!("Nhà văn hóa khu phố {}", number_of(list))),
        begins_at: Some(Some("07:30".to_owned())),
        ends_at: Some(Some("09:00".to_owned())),
        school_representatives: Some(vec![person("Bà Lê Thị Hoa", "Tổng phụ trách Đội")]),
        documents: Some(vec!["Danh sách học sinh".to_owned(), "Phiếu sinh hoạt hè".to_owned()]),
        ..HandoverChanges::default()
    };
    gate.demo_at(school, at, |cx: &mut Cx<'_, Summer, Update>| {
        let before = store::find(cx, &list.id)?;
        write::update(cx, &list.id, IfMatch::of(before.handover.version), &head)?;
        actions::hand_over(cx, &list.id, IfMatch::none(), &signing("Hiệu trưởng"))
    })
}

fn receive(gate: &Gate, list: &Handover, at: Instant) -> error::Result<()> {
    gate.demo_at(&head_of(list), at, |cx: &mut Cx<'_, Summer, Update>| {
        actions::receive(cx, &list.id, IfMatch::none(), &signing("Trưởng khu phố"))
    })
}

/// A summer that has ended: everybody is rated.
fn give_back(gate: &Gate, list: &Handover, at: Instant) -> error::Result<()> {
    gate.demo_at(&head_of(list), at, |cx: &mut Cx<'_, Summer, Update>| {
        let ratings = [SummerRating::Good, SummerRating::Good, SummerRating::Fair, SummerRating::Average];
        let children = store::find(cx, &list.id)?.children;
        let result = |(child, rating): (HandoverChild, &SummerRating)| HandoverResult {
            child_id: child.child_id,
            rating: Some(*rating),
            remarks: String::new(),
            commended: child.can_swim == Some(true) && *rating == SummerRating::Good,
        };
        let children = children.into_iter().zip(ratings.iter().cycle()).map(result).collect();
        let back = HandoverReturn { position: Some("Trưởng khu phố".to_owned()), children };
        actions::give_back(cx, &list.id, IfMatch::none(), &back)
    })
}

const LEADERS: [&str; 6] =
    ["Lê Thị Mai", "Phạm Quốc Hưng", "Vũ Thu Trang", "Đỗ Anh Tuấn", "Bùi Hồng Nhung", "Ngô Đức Thắng"];
/// Days from today; what is past has been marked.
const DAYS: [i64; 5] = [-14, -7, -3, 0, 7];
const CONTENTS: [&str; 5] = [
    "Trò chơi dân gian và đọc sách",
    "An toàn giao thông cho trẻ em",
    "Vẽ tranh về gia đình em",
    "Nhận biết và gọi 111 khi cần giúp đỡ",
    "Thi kể chuyện hè",
];

fn run_neighborhood(gate: &Gate, dice: &mut Dice, place: usize, today: NaiveDate) -> error::Result<()> {
    let year = today.year();
    gate.demo(&format!("khupho{place}"), |cx: &mut Cx<'_, Summer, Update>| {
        let teams = [("nhi đồng", year - 9, year), ("thiếu niên", year - 13, year - 11)];
        for (at, (name, from, to)) in teams.into_iter().enumerate() {
            let leader = SummerLeader {
                name: (*dice.pick(&LEADERS)).to_owned(),
                phone: Some(format!("09000{place:02}{at:03}")),
                unit: format!("Chi đoàn khu phố {place}"),
            };
            let group = form(cx, format!("Nhóm {name} khu phố {place}"), leader, (year, from, to))?;
            ask(cx, dice, &group, today)?;
            ask_leave(cx, dice, &group, today)?;
            for (days, content) in DAYS.into_iter().zip(CONTENTS) {
                let day = today + TimeDelta::days(days);
                if day.year() == year {
                    hold(cx, dice, (&group, place), day, content)?;
                }
            }
        }
        let whole = announce(None, place, today + TimeDelta::days(10), "Hội trại hè của khu phố");
        sessions::create(cx, &whole).map(drop)
    })
}

fn form(
    cx: &mut Cx<'_, Summer, Update>,
    name: String,
    leader: SummerLeader,
    (year, from, to): (i32, i32, i32),
) -> error::Result<SummerGroupDetail> {
    let new = NewSummerGroup {
        year,
        neighborhood_id: None,
        name,
        leaders: vec![leader],
        note: String::new(),
        from_handovers: false,
    };
    let id = groups::create(cx, &new)?;
    let taken = SummerMembersAddition {
        child_ids: Vec::new(),
        from_handovers: true,
        birth_year_from: Some(from),
        birth_year_to: Some(to),
    };
    members::add(cx, &id, IfMatch::none(), &taken)?;
    groups::find(cx, &id)
}

/// Nine of ten families were asked; few said no.
fn ask(
    cx: &mut Cx<'_, Summer, Update>,
    dice: &mut Dice,
    group: &SummerGroupDetail,
    today: NaiveDate,
) -> error::Result<()> {
    let asked_on = Some(today - TimeDelta::days(20));
    let mut said = Vec::new();
    for member in &group.members {
        if dice.one_in(10) {
            continue;
        }
        let declines = dice.one_in(20);
        said.push(NewSummerOpinion {
            child_id: member.child_id.clone(),
            parents: if declines { SummerConsent::Declines } else { SummerConsent::Agrees },
            child: member.must_be_asked.then_some(SummerConsent::Agrees),
            asked_on,
            method: "Họp cha mẹ".to_owned(),
            note: if declines { "Hè này cháu về quê ngoại".to_owned() } else { String::new() },
        });
    }
    opinions::record(cx, &SummerOpinions { group_id: group.group.id.clone(), opinions: said }).map(drop)
}

fn ask_leave(
    cx: &mut Cx<'_, Summer, Update>,
    dice: &mut Dice,
    group: &SummerGroupDetail,
    today: NaiveDate,
) -> error::Result<()> {
    for (reason, days) in [("Về quê", 5), ("Ốm", 2)] {
        let leave = NewSummerLeave {
            child_id: dice.pick(&group.members).child_id.clone(),
            from_date: today - TimeDelta::days(1),
            to_date: today + TimeDelta::days(days),
            reason: reason.to_owned(),
            asked_by: "Mẹ cháu".to_owned(),
        };
        leaves::create(cx, &leave)?;
    }
    Ok(())
}

fn announce(group_id: Option<Id>, place: usize, on_date: NaiveDate, content: &str) -> NewSummerSession {
    NewSummerSession {
        group_id,
        neighborhood_id: None,
        on_date,
        starts_at: Some("07:30".to_owned()),
        ends_at: Some("09:00".to_owned()),
        place: format!("Nhà văn hóa khu phố {place}"),
        content: content.to_owned(),
        programme: "Kỹ năng sống, vui chơi".to_owned(),
        duration: "90 phút".to_owned(),
        audience: "Trẻ em trong khu phố".to_owned(),
        expected: Some(40),
        form: "Tập trung".to_owned(),
        staff: "03 đoàn viên, 01 cán bộ y tế".to_owned(),
        contribution: String::new(),
    }
}

/// A session; what is past has its marks, four of five there.
fn hold(
    cx: &mut Cx<'_, Summer, Update>,
    dice: &mut Dice,
    (group, place): (&SummerGroupDetail, usize),
    day: NaiveDate,
    content: &str,
) -> error::Result<()> {
    let session_id = sessions::create(cx, &announce(Some(group.group.id.clone()), place, day, content))?;
    if day >= cx.today() {
        return Ok(());
    }
    let at = day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::minutes(35);
    let mark = |member: &SummerMember| AttendanceMark {
        child_id: member.child_id.clone(),
        state: match dice.below(20) {
            0 => AttendanceState::Late,
            1 | 2 => AttendanceState::Excused,
            3 | 4 => AttendanceState::Absent,
            _ => AttendanceState::Present,
        },
        note: String::new(),
        marked_at: Some(Instant::new(at)),
    };
    let marks = group.members.iter().map(mark).collect();
    attendance::take(cx, &AttendanceMarks { session_id, marks }).map(drop)
}
