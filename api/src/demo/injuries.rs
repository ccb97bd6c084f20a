//! Twenty invented accidents of the last four quarters, recorded as the health station would.

use anyhow::Result;
use chrono::TimeDelta;

use super::dice::Dice;
use crate::access::subject::Injuries;
use crate::access::{Create, Cx, Gate, UnitKind};
use crate::error;
use crate::features::children::model::Sex;
use crate::features::children::roster;
use crate::features::injuries::model::{
    InjuryKind as Kind, InjuryOutcome as Outcome, InjuryPlaceKind as At, NewInjury,
};
use crate::features::{injuries, units};

const COUNT: usize = 20;
/// A year and a little less: every one of the last four quarters has some.
const DAYS: usize = 350;

/// What happened, where, who looked after the child, in words, and how it ended.
type Case = (Kind, At, &'static str, &'static str, &'static str, Outcome);

#[rustfmt::skip]
const CASES: [Case; 11] = [
    (Kind::Fall, At::Home, "Cầu thang nhà", "Bà nội", "Trượt chân ở bậc thang, bong gân cổ chân.", Outcome::Recovered),
    (Kind::Traffic, At::Community, "Ngã ba đầu khu phố", "Tự đi xe đạp", "Va với xe máy khi sang đường, xây xát tay.", Outcome::Recovered),
    (Kind::Burn, At::Home, "Bếp", "Mẹ", "Đổ nước sôi, bỏng mu bàn tay.", Outcome::Treating),
    (Kind::Fall, At::School, "Sân trường", "Giáo viên trực", "Ngã khi chạy trong giờ ra chơi, gãy tay.", Outcome::Treating),
    (Kind::AnimalBite, At::Community, "Ngõ gần nhà", "Đi cùng bạn", "Chó cắn ở bắp chân, đã tiêm phòng dại.", Outcome::Recovered),
    (Kind::Cut, At::Home, "Sân nhà", "Ông ngoại", "Đứt tay khi nghịch dao gọt hoa quả.", Outcome::Recovered),
    (Kind::Drowning, At::Community, "Sông Tống", "Đi cùng bạn", "Trượt chân xuống nước, được người lớn cứu kịp.", Outcome::Recovered),
    (Kind::Poisoning, At::Home, "Nhà", "Bố", "Uống nhầm thuốc của người lớn, đã rửa dạ dày.", Outcome::Recovered),
    (Kind::ElectricShock, At::Home, "Phòng khách", "Chị gái", "Chạm ổ điện hở.", Outcome::Recovered),
    (Kind::Suffocation, At::Home, "Nhà", "Bà ngoại", "Hóc hạt nhãn, đã sơ cứu và đưa tới trạm.", Outcome::Recovered),
    (Kind::Other, At::School, "Nhà thể chất", "Giáo viên thể dục", "Bong gân khi chơi bóng.", Outcome::Disabled),
];

/// The ward's accidents.
///
/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    super::told(gate.demo("yte", |cx: &mut Cx<'_, Injuries, Create>| make(cx)))
}

fn make(cx: &mut Cx<'_, Injuries, Create>) -> error::Result<()> {
    let ward = cx.scope().ward().cloned().ok_or_else(error::Error::not_found)?;
    let mut places = units::active(cx, &ward)?;
    places.retain(|unit| unit.kind == UnitKind::Neighborhood);
    let mut dice = Dice::new(0x00b0_0b1e_5afe_2024);
    // Old enough for an accident on any of the days.
    let latest = cx.today() - TimeDelta::days(2 * 365);
    for number in 0..COUNT {
        let (kind, place_kind, place, supervision, description, outcome) = *dice.pick(&CASES);
        let neighborhood = dice.pick(&places).id.clone();
        let pupils = roster::of_neighborhood(cx, &ward, &neighborhood, latest)?;
        let days = i64::try_from((number * DAYS / COUNT) + dice.below(DAYS / COUNT)).unwrap_or(0);
        let input = NewInjury {
            child_id: Some(dice.pick(&pupils).id.clone()),
            sex: None,
            age: None,
            neighborhood_id: Some(neighborhood),
            happened_on: cx.today() - TimeDelta::days(days),
            time: Some(format!("{:02}:{:02}", 7 + dice.below(13), 5 * dice.below(12))),
            kind,
            place_kind,
            place: place.to_owned(),
            outcome,
            supervision: supervision.to_owned(),
            description: description.to_owned(),
            water: if kind == Kind::Drowning { place.to_owned() } else { String::new() },
        };
        injuries::create(cx, &input)?;
    }
    let stranger = NewInjury {
        child_id: None,
        sex: Some(Sex::Male),
        age: Some(11),
        neighborhood_id: places.first().map(|unit| unit.id.clone()),
        happened_on: cx.today() - TimeDelta::days(120),
        time: Some("15:30".to_owned()),
        kind: Kind::Drowning,
        place_kind: At::Community,
        place: "Hồ đá cũ".to_owned(),
        outcome: Outcome::Dead,
        supervision: "Đi cùng nhóm bạn".to_owned(),
        description: "Trẻ nơi khác về nghỉ hè, tắm ở hồ không có biển cảnh báo.".to_owned(),
        water: "Hồ đá cũ, khu phố 1".to_owned(),
    };
    injuries::create(cx, &stranger).map(drop)
}
