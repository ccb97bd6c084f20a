//! Inspections of the month (plan III.4, V.5) with recommendations in every state, and commendations. Invented people.

use anyhow::{Context, Result};
use chrono::{NaiveDate, TimeDelta};

use super::told;
use crate::access::subject::{Commendations, Inspections, Plans, Recommendations};
use crate::access::{Approve, Create, Cx, Gate, Read, UnitKind, Update, Writes};
use crate::db::types::{Id, Instant};
use crate::error::{self, Error};
use crate::features::commendations::model::{
    CommendationAward, CommendationReason, CommendedKind, NewCommendation, NewCommendationDecision,
};
use crate::features::inspections::model::{
    InspectionFinish, InspectionKind, InspectionMember, NewInspection, TopicAnswer, TopicResult, VisitChanges,
};
use crate::features::inspections::recommendation_model::{
    NewRecommendation, RecommendationCheck, RecommendationFix, RecommendationReason,
};
use crate::features::units::{self, ActiveUnit};
use crate::features::{commendations, inspections, plans};
use crate::http::IfMatch;

/// The inspections and commendations.
///
/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    let ward = Ward::open(gate)?;
    ward.done()?;
    ward.begun()?;
    ward.planned()?;
    ward.commended()
}

struct Ward<'a> {
    gate: &'a Gate,
    now: Instant,
    plan: Option<Id>,
    units: Vec<ActiveUnit>,
}

fn member(name: &str, position: &str) -> InspectionMember {
    InspectionMember { name: name.to_owned(), position: position.to_owned() }
}

fn answer(code: &str, result: TopicResult, note: &str) -> TopicAnswer {
    TopicAnswer { code: code.to_owned(), result, note: note.to_owned() }
}

impl<'a> Ward<'a> {
    fn open(gate: &'a Gate) -> Result<Self> {
        let now = gate.services().clock.now();
        let (plan, units) = told(gate.demo("chinhsach", |cx: &mut Cx<'_, Inspections, Create>| {
            let plan = plans::current(&mut cx.also::<Plans, Read>()?)?.map(|plan| plan.id);
            let ward = cx.actor().ward_id.clone().ok_or_else(Error::not_found)?;
            Ok((plan, units::active(cx, &ward)?))
        }))?;
        Ok(Self { gate, now, plan, units })
    }

    fn day(&self, days: i64) -> NaiveDate {
        crate::calendar::ward_today(self.now.utc()) + TimeDelta::days(days)
    }

    fn unit(&self, kind: UnitKind, name: &str) -> Result<Id> {
        let found = self.units.iter().find(|unit| unit.kind == kind && (name.is_empty() || unit.name == name));
        Ok(found.with_context(|| format!("a ward without {name}"))?.id.clone())
    }

    fn neighborhood(&self, number: u32) -> Result<Id> {
        self.unit(UnitKind::Neighborhood, &format!("Khu phố {number}"))
    }

    fn at<R: crate::access::Subject, A: Writes, T>(
        &self,
        who: &str,
        days: i64,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> error::Result<T>,
    ) -> Result<T> {
        told(self.gate.demo_at(who, self.now.plus(TimeDelta::days(days)), work))
    }

    fn plan_one(&self, who: &str, days: i64, input: NewInspection) -> Result<Id> {
        self.at(who, days, |cx: &mut Cx<'_, Inspections, Create>| inspections::create(cx, &input))
    }

    fn visit(&self, who: &str, days: i64, inspection: &Id, unit: &Id, changes: &VisitChanges) -> Result<()> {
        let changes = VisitChanges { visited_on: Some(Some(self.day(days))), ..changes.clone() };
        self.at(who, days, |cx: &mut Cx<'_, Inspections, Update>| {
            let row = inspections::find(cx, inspection)?;
            let visit = row.visits.iter().find(|visit| visit.unit_id == *unit).ok_or_else(Error::not_found)?;
            inspections::write_visit(cx, inspection, &visit.id, IfMatch::of(visit.version), &changes)
        })
    }

    fn ask(&self, days: i64, inspection: &Id, unit: &Id, text: &str, due: i64) -> Result<Id> {
        let input = NewRecommendation { unit_id: unit.clone(), text: text.to_owned(), due_on: self.day(due) };
        self.at("chinhsach", days, |cx: &mut Cx<'_, Recommendations, Create>| {
            inspections::recommend(cx, inspection, &input)
        })
    }

    fn fix(&self, who: &str, days: i64, id: &Id, note: &str) -> Result<()> {
        let input = RecommendationFix { note: note.to_owned(), attachment_ids: Vec::new() };
        self.at(who, days, |cx: &mut Cx<'_, Recommendations, Update>| inspections::fix(cx, id, IfMatch::none(), &input))
    }

    /// Three neighborhoods, visited and ended: what was asked of them stands in every state.
    fn done(&self) -> Result<()> {
        let units = [self.neighborhood(1)?, self.neighborhood(2)?, self.neighborhood(3)?];
        let inspection = self.plan_one(
            "chinhsach",
            -20,
            NewInspection {
                kind: InspectionKind::Inspection,
                title: "Kiểm tra việc thực hiện Tháng hành động vì trẻ em tại khu phố".to_owned(),
                purpose: "Nắm tình hình triển khai Tháng hành động; kịp thời nhắc nhở, hướng dẫn và biểu dương."
                    .to_owned(),
                plan_id: self.plan.clone(),
                section_id: None,
                starts_on: self.day(-14),
                ends_on: self.day(-10),
                lead_unit_id: Some(self.unit(UnitKind::Leadership, "")?),
                members: vec![
                    member("Bà Trần Thị Nga", "Lãnh đạo UBND phường, Trưởng đoàn"),
                    member("Bà Lê Thị Thu Hà", "Công chức chính sách xã hội, Thư ký"),
                    member("Ông Phạm Quốc Hùng", "Công an phường"),
                ],
                topics: None,
                unit_ids: units.to_vec(),
            },
        )?;
        let [one, two, three] = &units;
        let base = |place: &str, head: &str| VisitChanges {
            begun: Some(Some("08:00".to_owned())),
            ended: Some(Some("10:30".to_owned())),
            place: Some(place.to_owned()),
            present: Some(vec![member(head, "Trưởng khu phố")]),
            unit_opinion: Some("Khu phố nhất trí với ý kiến của đoàn.".to_owned()),
            ..VisitChanges::default()
        };
        let (met, not_met) = (TopicResult::Met, TopicResult::NotMet);
        self.visit(
            "chinhsach",
            -14,
            &inspection,
            one,
            &VisitChanges {
                answers: Some(vec![
                    answer("protection", met, ""),
                    answer("abuse", met, "Có hộp thư góp ý tại nhà văn hóa"),
                    answer("drowning", not_met, "Ao cạnh nhà văn hóa chưa có rào"),
                    answer("action_month", met, ""),
                    answer("records", met, ""),
                ]),
                positives: Some(
                    "Treo đủ băng-rôn, loa phát đủ buổi; sổ theo dõi trẻ em được cập nhật hằng tuần.".to_owned(),
                ),
                findings: Some("Ao cạnh nhà văn hóa chưa rào, chưa có biển cảnh báo.".to_owned()),
                ..base("Nhà văn hóa khu phố 1", "Ông Nguyễn Văn Ân")
            },
        )?;
        self.visit(
            "chinhsach",
            -13,
            &inspection,
            two,
            &VisitChanges {
                answers: Some(vec![
                    answer("protection", met, ""),
                    answer("injury", not_met, "Sân chơi có hai thanh xà gỉ"),
                    answer("drowning", TopicResult::NotApplicable, "Không có ao, hồ"),
                    answer("records", not_met, "Chưa ghi sổ tiếp nhận thông tin"),
                ]),
                positives: Some("Mở được lớp sinh hoạt hè ba buổi một tuần.".to_owned()),
                findings: Some("Dụng cụ sân chơi hỏng chưa sửa; sổ tiếp nhận thông tin chưa ghi.".to_owned()),
                ..base("Nhà văn hóa khu phố 2", "Bà Hoàng Thị Lan")
            },
        )?;
        self.visit(
            "chinhsach",
            -11,
            &inspection,
            three,
            &VisitChanges {
                answers: Some(vec![
                    answer("protection", met, ""),
                    answer("drowning", not_met, "Mương thoát nước hở"),
                    answer("records", met, ""),
                ]),
                positives: Some("Phối hợp tốt với Đoàn Thanh niên trực điểm có nước sâu.".to_owned()),
                findings: Some("Đoạn mương trước ngõ 12 chưa có nắp.".to_owned()),
                ..base("Nhà văn hóa khu phố 3", "Ông Đỗ Mạnh Cường")
            },
        )?;
        let fence = self.ask(-14, &inspection, one, "Rào và cắm biển cảnh báo ao cạnh nhà văn hóa", -4)?;
        let bars = self.ask(-13, &inspection, two, "Sửa hoặc tháo bỏ hai thanh xà gỉ ở sân chơi", 1)?;
        let book = self.ask(-13, &inspection, two, "Ghi sổ tiếp nhận thông tin về trẻ em có nguy cơ", -3)?;
        let ditch = self.ask(-11, &inspection, three, "Đậy nắp đoạn mương hở trước ngõ 12", 9)?;
        self.ask(-11, &inspection, three, "Lập danh sách trẻ em chưa biết bơi gửi phường", -1)?;
        let finish = InspectionFinish {
            conclusion: "Các khu phố triển khai đúng kế hoạch; cần khắc phục ngay các điểm mất an toàn.".to_owned(),
        };
        self.at("chinhsach", -10, |cx: &mut Cx<'_, Inspections, Update>| {
            inspections::finish(cx, &inspection, IfMatch::none(), &finish)
        })?;
        self.fix("khupho1", -6, &fence, "Đã rào lưới quanh ao, cắm hai biển cảnh báo.")?;
        let check = RecommendationCheck { note: "Đã xem tại chỗ, đạt yêu cầu.".to_owned() };
        self.at("chinhsach", -5, |cx: &mut Cx<'_, Recommendations, Approve>| {
            inspections::verify(cx, &fence, IfMatch::none(), &check)
        })?;
        self.fix("khupho2", -1, &bars, "Đã tháo hai thanh xà gỉ, đang chờ lắp mới.")?;
        self.fix("khupho2", -5, &book, "Đã mua sổ.")?;
        let reason = RecommendationReason {
            reason: "Sổ chưa ghi từ đầu tháng. Đề nghị ghi đủ rồi báo lại.".to_owned(),
        };
        self.at("lanhdao", -4, |cx: &mut Cx<'_, Recommendations, Approve>| {
            inspections::give_back(cx, &book, IfMatch::none(), &reason)
        })?;
        self.fix("khupho3", -2, &ditch, "Đã đậy nắp bê tông toàn đoạn mương.")?;
        Ok(())
    }

    /// Under way: one of four was visited yesterday.
    fn begun(&self) -> Result<()> {
        let units: Vec<Id> = (5..=8).map(|number| self.neighborhood(number)).collect::<Result<_>>()?;
        let inspection = self.plan_one(
            "chinhsach",
            -6,
            NewInspection {
                kind: InspectionKind::Inspection,
                title: "Kiểm tra phòng, chống đuối nước dịp hè".to_owned(),
                purpose: "Kiểm tra các điểm có nước sâu, biển cảnh báo, người trực.".to_owned(),
                plan_id: self.plan.clone(),
                section_id: None,
                starts_on: self.day(-1),
                ends_on: self.day(3),
                lead_unit_id: Some(self.unit(UnitKind::Police, "")?),
                members: vec![
                    member("Ông Phạm Quốc Hùng", "Công an phường, Trưởng đoàn"),
                    member("Anh Vũ Đức Anh", "Bí thư Đoàn phường"),
                ],
                topics: None,
                unit_ids: units.clone(),
            },
        )?;
        let Some(first) = units.first() else { return Ok(()) };
        self.visit(
            "chinhsach",
            -1,
            &inspection,
            first,
            &VisitChanges {
                answers: Some(vec![answer("drowning", TopicResult::NotMet, "Hố công trình còn nước sâu")]),
                place: Some("Khu đất công trình cạnh đường gom".to_owned()),
                findings: Some("Hố công trình chưa lấp, không có rào.".to_owned()),
                ..VisitChanges::default()
            },
        )?;
        self.ask(-1, &inspection, first, "Yêu cầu chủ công trình rào và bơm cạn hố nước", 2)?;
        Ok(())
    }

    /// The Front supervises schools next week.
    fn planned(&self) -> Result<()> {
        let schools: Vec<Id> =
            self.units.iter().filter(|unit| unit.kind == UnitKind::School).map(|unit| unit.id.clone()).collect();
        self.plan_one(
            "mttq",
            -2,
            NewInspection {
                kind: InspectionKind::Supervision,
                title: "Giám sát việc thực hiện chính sách, pháp luật về trẻ em trong trường học".to_owned(),
                purpose: "Giám sát theo chương trình của Ủy ban Mặt trận Tổ quốc phường.".to_owned(),
                plan_id: self.plan.clone(),
                section_id: None,
                starts_on: self.day(6),
                ends_on: self.day(8),
                lead_unit_id: None,
                members: vec![member("Ông Phạm Hữu Lộc", "Chủ tịch Ủy ban Mặt trận Tổ quốc phường, Trưởng đoàn")],
                topics: None,
                unit_ids: schools,
            },
        )?;
        Ok(())
    }

    fn propose(&self, who: &str, days: i64, input: &NewCommendation) -> Result<Id> {
        self.at(who, days, |cx: &mut Cx<'_, Commendations, Create>| commendations::create(cx, input))
    }

    fn commended(&self) -> Result<()> {
        let base = |kind, unit_id, name: &str, position: &str, form: &str, achievement: &str| NewCommendation {
            plan_id: self.plan.clone(),
            kind,
            unit_id,
            name: name.to_owned(),
            position: position.to_owned(),
            is_adult: true,
            form: form.to_owned(),
            achievement: achievement.to_owned(),
            task_ids: Vec::new(),
            proposed_unit_id: None,
        };
        let unit = self.propose(
            "chinhsach",
            -9,
            &base(
                CommendedKind::Unit,
                Some(self.neighborhood(1)?),
                "",
                "",
                "Giấy khen",
                "Hoàn thành đúng hạn các nhiệm vụ của Tháng hành động; khắc phục ngay điểm nước sâu sau kiểm tra.",
            ),
        )?;
        let youth = self.unit(UnitKind::YouthUnion, "")?;
        let person = self.propose(
            "doan",
            -8,
            &base(
                CommendedKind::Person,
                Some(youth),
                "Chị Ngô Phương Thảo",
                "Bí thư Chi đoàn khu phố 3",
                "Giấy khen",
                "Tổ chức 12 buổi sinh hoạt hè an toàn, vận động 40 phao cứu sinh.",
            ),
        )?;
        self.propose(
            "mttq",
            -3,
            &base(
                CommendedKind::Group,
                None,
                "Tổ phụ nữ nấu ăn thiện nguyện",
                "",
                "Thư cảm ơn",
                "Nấu 300 suất ăn cho các buổi sinh hoạt hè.",
            ),
        )?;
        let other = self.propose(
            "khupho9",
            -3,
            &base(
                CommendedKind::Unit,
                Some(self.neighborhood(9)?),
                "",
                "",
                "Giấy khen",
                "Có nhiều cố gắng trong Tháng hành động.",
            ),
        )?;
        let decision = NewCommendationDecision {
            commendation_ids: vec![unit.clone(), person],
            number: Some(125),
            decided_on: None,
            title: "có thành tích trong Tháng hành động vì trẻ em".to_owned(),
        };
        self.at("lanhdao", -5, |cx: &mut Cx<'_, Commendations, Approve>| commendations::decide(cx, &decision))?;
        let award = CommendationAward {
            awarded_on: self.day(-2),
            awarded_at: "Hội nghị giao ban công tác trẻ em".to_owned(),
        };
        self.at("chinhsach", -1, |cx: &mut Cx<'_, Commendations, Update>| {
            commendations::award(cx, &unit, IfMatch::none(), &award)
        })?;
        let reason = CommendationReason {
            reason: "Khu phố còn nhiệm vụ chưa hoàn thành; xem xét lại dịp tổng kết.".to_owned(),
        };
        self.at("lanhdao", -2, |cx: &mut Cx<'_, Commendations, Approve>| {
            commendations::decline(cx, &other, IfMatch::none(), &reason)
        })
    }
}
