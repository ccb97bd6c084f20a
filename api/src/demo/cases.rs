//! Invented concerns and cases in every state, each played through the law's steps at moments that are past.

use anyhow::Result;
use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use crate::access::subject::{Cases, Concerns};
use crate::access::{Approve, Create, Gate, Role, Update};
use crate::calendar::ward_today;
use crate::db::schema::{children, units, users};
use crate::db::types::{Id, Instant};
use crate::error;
use crate::features::cases::catalogue;
use crate::features::cases::forms_model::{
    Activity, AssessmentStage, CaseDecision, FormContent, FormKind, JudgedItem, Level, Need, Participant, ReviewOutcome,
};
use crate::features::cases::measures::{self, MeasureKind, NewMeasure};
use crate::features::cases::model::{CaseAssignment, CaseClosing, ClosingKind, DangerLevel, NewCase};
use crate::features::cases::referrals::{self, NewReferral, ReferralService, SharedField};
use crate::features::cases::{steps, write};
use crate::features::concerns::model::{
    ConcernChild, ConcernScreening, NewConcern, ReceivedVia, Reporter, ScreeningDecision, SubjectKind,
};
use crate::features::concerns::{self, write as told};
use crate::http::IfMatch;

const OFFICER: &str = "chinhsach";
const LEADER: &str = "lanhdao";

/// How far each of the 25 cases has come, and how many hours ago the ward learned of it. Ages fit the steps: whoever
/// looks at the clocks sees some that run, some that are soon due and one that is late.
const CASES: [(Stage, i64); 25] = [
    (Stage::Open, 3),
    (Stage::Open, 11),
    (Stage::Open, 20),
    (Stage::Initial, 6),
    (Stage::Initial, 30),
    (Stage::Initial, 50),
    (Stage::Detailed, 54),
    (Stage::Detailed, 80),
    (Stage::Met, 78),
    (Stage::Met, 100),
    (Stage::Planned, 100),
    (Stage::Planned, 126),
    (Stage::Decided, 200),
    (Stage::Decided, 240),
    (Stage::Implementing, 400),
    (Stage::Implementing, 500),
    (Stage::Implementing, 620),
    (Stage::Implementing, 700),
    (Stage::Implementing, 900),
    (Stage::Reviewed, 1100),
    (Stage::Reviewed, 1300),
    (Stage::Closed, 1800),
    (Stage::Closed, 2400),
    (Stage::Closed, 3000),
    (Stage::Unfounded, 700),
];

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Open,
    Initial,
    Detailed,
    Met,
    Planned,
    Decided,
    Implementing,
    Reviewed,
    Closed,
    Unfounded,
}

const STORIES: [&str; 5] = [
    "Hàng xóm nghe tiếng trẻ khóc nhiều đêm liền, trên tay trẻ có vết bầm.",
    "Cô giáo thấy trẻ nhiều ngày đến lớp không ăn sáng, quần áo bẩn, hay ngủ gật.",
    "Trẻ ở nhà một mình buổi tối vì cha mẹ đi làm ca, em nhỏ mới 3 tuổi.",
    "Trẻ bỏ nhà sang nhà bà ngoại, nói sợ bị cha đánh khi say rượu.",
    "Trẻ nghỉ học một tuần để phụ bán hàng, gia đình nói chưa có tiền đóng học.",
];

/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate) -> Result<()> {
    super::told(play(gate))
}

fn play(gate: &Gate) -> error::Result<()> {
    let now = gate.services().clock.now();
    let cast = Cast::load(gate)?;
    // The oldest first: codes count up with time.
    let mut cases: Vec<(usize, &(Stage, i64))> = CASES.iter().enumerate().collect();
    cases.sort_by_key(|(_, (_, hours))| -hours);
    for (at, (stage, hours)) in cases {
        let Some(child) = cast.children.get(at) else { continue };
        Play { gate, cast: &cast, begun: now.plus(-TimeDelta::hours(*hours)), now, at }.run(*stage, child)?;
    }
    concerns_alone(gate, now)
}

/// The cases that the plan's month began with, long over.
///
/// # Errors
/// When the database refuses.
pub fn month(gate: &Gate, begun: Instant) -> Result<()> {
    super::told(play_month(gate, begun))
}

fn play_month(gate: &Gate, begun: Instant) -> error::Result<()> {
    let now = gate.services().clock.now();
    let cast = Cast::load(gate)?;
    // Children whom no other story is about.
    let others = cast.children.iter().enumerate().skip(CASES.len());
    let stages = [Stage::Closed, Stage::Closed, Stage::Closed, Stage::Closed, Stage::Unfounded, Stage::Closed];
    for ((at, child), (number, stage)) in others.zip(stages.into_iter().enumerate()) {
        let hours = 24 * 3 * i64::try_from(number).unwrap_or(0);
        Play { gate, cast: &cast, begun: begun.plus(TimeDelta::hours(hours)), now, at }.run(stage, child)?;
    }
    Ok(())
}

/// What happened without a case: news, spam, a proposal that waits for a second person, one passed on.
fn concerns_alone(gate: &Gate, now: Instant) -> error::Result<()> {
    let told = |who: &str, hours: i64, text: &str, via: ReceivedVia| {
        let input = NewConcern { narrative: text.to_owned(), received_via: Some(via), ..NewConcern::default() };
        let at = now.plus(-TimeDelta::minutes(hours * 60 - 20));
        let way = told::Way { is_public: via == ReceivedVia::PublicForm, ..told::Way::default() };
        gate.demo_at::<Concerns, Create, _>(who, at, |cx| told::create(cx, &input, way))
    };
    told("truong1", 2, "Một học sinh lớp 4 kể hay bị nhốt ngoài cửa buổi tối.", ReceivedVia::School)?;
    told("khupho3", 5, "Có hai cháu nhỏ bán vé số ở ngã tư đến khuya.", ReceivedVia::InPerson)?;
    told(OFFICER, 9, "Tổng đài 111 chuyển: cháu trai khoảng 10 tuổi bị bạn bè đánh.", ReceivedVia::Hotline111)?;
    let waiting = told("khupho7", 26, "Nghe tiếng cãi nhau trong nhà có trẻ nhỏ.", ReceivedVia::InPerson)?;
    let end = |decision, reason: &str, unit_id| ConcernScreening {
        decision,
        reason: reason.to_owned(),
        duplicate_of_id: None,
        unit_id,
        case_id: None,
        child_id: None,
    };
    let proposal = end(ScreeningDecision::NoAction, "Đã đến nhà, hai vợ chồng to tiếng, trẻ an toàn.", None);
    gate.demo::<Concerns, Update, _>(OFFICER, |cx| concerns::end_without_case(cx, &waiting, &proposal))?;
    let passed = told("mttq", 40, "Nhóm thanh niên rủ trẻ em vào quán điện tử thâu đêm.", ReceivedVia::InPerson)?;
    let police: Id = gate.public_read(|cx| {
        Ok(users::table.filter(users::username.eq("congan")).select(users::unit_id).first(cx.conn)?)
    })?;
    let referral = end(ScreeningDecision::Refer, "Đề nghị công an kiểm tra cơ sở.", Some(police));
    gate.demo::<Concerns, Update, _>(OFFICER, |cx| concerns::end_without_case(cx, &passed, &referral))
}

/// The people and children that play.
struct Cast {
    children: Vec<Player>,
    police: Id,
    nurse: Id,
    health: Id,
    officer: Id,
}

struct Player {
    id: Id,
    full_name: String,
    born: NaiveDate,
}

impl Cast {
    fn load(gate: &Gate) -> error::Result<Self> {
        gate.public_read(|cx| {
            let today = cx.today();
            let (born_after, born_before) = (today - TimeDelta::days(15 * 365), today - TimeDelta::days(7 * 365));
            let ward: Id = users::table
                .filter(users::username.eq(OFFICER))
                .select(users::ward_id.assume_not_null())
                .first(cx.conn)?;
            let rows: Vec<(Id, String, NaiveDate)> = children::table
                .filter(children::ward_id.eq(&ward))
                // Of an age to go to school, as the stories tell.
                .filter(children::date_of_birth.between(born_after, born_before))
                .order(children::code)
                .select((children::id, children::full_name, children::date_of_birth))
                .load(cx.conn)?;
            // Spread over the list, so over khu phố and ages.
            let children = rows.into_iter().step_by(41).map(|(id, full_name, born)| Player { id, full_name, born });
            let children = children.collect();
            let mut user = |role: Role| -> error::Result<(Id, Id)> {
                let found = users::table
                    .filter(users::role.eq(role))
                    .filter(users::ward_id.eq(&ward))
                    .inner_join(units::table.on(units::id.eq(users::unit_id)))
                    .order(users::username);
                Ok(found.select((users::id, users::unit_id)).first(cx.conn)?)
            };
            let (police, _) = user(Role::Police)?;
            let (nurse, health) = user(Role::Health)?;
            let (officer, _) = user(Role::SocialOfficer)?;
            Ok(Self { children, police, nurse, health, officer })
        })
    }
}

/// One case from its first word on.
struct Play<'a> {
    gate: &'a Gate,
    cast: &'a Cast,
    begun: Instant,
    now: Instant,
    at: usize,
}

impl Play<'_> {
    /// The moment so many hours after the beginning, never after now.
    fn after(&self, hours: i64) -> Instant {
        self.begun.plus(TimeDelta::hours(hours)).min(self.now)
    }

    fn officer<T>(
        &self,
        hours: i64,
        work: impl FnOnce(&mut crate::access::Cx<'_, Cases, Update>) -> error::Result<T>,
    ) -> error::Result<T> {
        self.gate.demo_at(OFFICER, self.after(hours), work)
    }

    fn leader<T>(
        &self,
        hours: i64,
        work: impl FnOnce(&mut crate::access::Cx<'_, Cases, Approve>) -> error::Result<T>,
    ) -> error::Result<T> {
        self.gate.demo_at(LEADER, self.after(hours), work)
    }

    fn day(&self, hours: i64) -> Option<NaiveDate> {
        Some(ward_today(self.after(hours).utc()))
    }

    fn story(&self) -> String {
        STORIES.get(self.at % STORIES.len()).copied().unwrap_or_default().to_owned()
    }

    fn run(&self, stage: Stage, child: &Player) -> error::Result<()> {
        let is_emergency = self.at.is_multiple_of(4);
        let case = self.open(child, is_emergency)?;
        if stage == Stage::Unfounded {
            return self.unfounded(&case);
        }
        let none = IfMatch::none;
        if stage >= Stage::Initial {
            let form = self.initial(is_emergency);
            self.officer(4, |cx| steps::assess(cx, &case, none(), AssessmentStage::Initial, Some(&form)))?;
        }
        if stage >= Stage::Initial && is_emergency {
            self.officer(6, |cx| measures::add(cx, &case, &measure()))?;
        }
        if stage >= Stage::Detailed {
            let form = self.detailed();
            self.officer(28, |cx| steps::assess(cx, &case, none(), AssessmentStage::Detailed, Some(&form)))?;
            self.people(&case)?;
        }
        if stage >= Stage::Met {
            let form = self.meeting();
            self.officer(52, |cx| steps::meet(cx, &case, none(), Some(&form)))?;
        }
        if stage >= Stage::Planned {
            let form = self.plan();
            self.officer(76, |cx| steps::plan(cx, &case, none(), Some(&form)))?;
        }
        if stage >= Stage::Decided {
            let number = format!("{}/QĐ-UBND", 20 + self.at);
            let decision = CaseDecision { approve: true, number, note: String::new() };
            self.leader(100, |cx| steps::decide(cx, &case, none(), &decision))?;
        }
        if stage >= Stage::Implementing {
            self.officer(124, |cx| steps::implement(cx, &case, none(), "Đã triển khai đến các đơn vị."))?;
            self.refer(&case)?;
        }
        if stage >= Stage::Reviewed {
            let outcome = if self.at.is_multiple_of(2) { ReviewOutcome::Continue } else { ReviewOutcome::Close };
            let outcome = if stage == Stage::Closed { ReviewOutcome::Close } else { outcome };
            let form = self.review(outcome);
            self.officer(1000, |cx| steps::review(cx, &case, none(), Some(&form)))?;
        }
        if stage == Stage::Closed {
            self.leader(1030, |cx| steps::close(cx, &case, none(), "Đồng ý."))?;
        }
        Ok(())
    }

    fn open(&self, child: &Player, is_emergency: bool) -> error::Result<Id> {
        let danger = if is_emergency { DangerLevel::High } else { DangerLevel::Medium };
        let input = NewConcern {
            narrative: self.story(),
            received_via: Some(if self.at.is_multiple_of(3) { ReceivedVia::School } else { ReceivedVia::Phone }),
            subject_kind: Some(SubjectKind::AtRisk),
            danger_level: Some(danger),
            child: ConcernChild {
                full_name: child.full_name.clone(),
                date_of_birth: Some(child.born),
                ..ConcernChild::default()
            },
            reporter: Some(Reporter { name: "Người dân khu phố".to_owned(), ..Reporter::default() }),
            ..NewConcern::default()
        };
        let way = told::Way::default();
        let concern =
            self.gate.demo_at::<Concerns, Create, _>(OFFICER, self.after(0), |cx| told::create(cx, &input, way))?;
        let case = self.gate.demo_at::<Cases, Create, _>(OFFICER, self.after(1), |cx| {
            let new =
                NewCase { concern_id: Some(concern.clone()), child_id: Some(child.id.clone()), ..NewCase::default() };
            write::open(cx, &new)
        })?;
        self.gate.demo_at::<Concerns, Update, _>(OFFICER, self.after(1), |cx| {
            concerns::join_case(cx, &concern, ScreeningDecision::OpenCase, &case)
        })?;
        Ok(case)
    }

    fn unfounded(&self, case: &Id) -> error::Result<()> {
        let closing = CaseClosing {
            kind: ClosingKind::Unfounded,
            reason: "Đã xác minh với nhà trường và gia đình: trẻ bị ngã xe đạp.".to_owned(),
        };
        self.officer(20, |cx| steps::propose_closing(cx, case, IfMatch::none(), &closing))?;
        self.leader(30, |cx| steps::close(cx, case, IfMatch::none(), "Đồng ý."))
    }

    fn people(&self, case: &Id) -> error::Result<()> {
        let cast = self.cast;
        let mut user_ids = vec![cast.officer.clone()];
        if self.at.is_multiple_of(2) {
            user_ids.push(cast.police.clone());
        }
        if self.at.is_multiple_of(3) {
            user_ids.push(cast.nurse.clone());
        }
        let people = CaseAssignment { user_ids };
        self.officer(30, |cx| write::assign(cx, case, IfMatch::none(), &people))
    }

    fn refer(&self, case: &Id) -> error::Result<()> {
        let referral = NewReferral {
            service: ReferralService::Health,
            to_unit_id: Some(self.cast.health.clone()),
            to: String::new(),
            purpose: "Khám sức khỏe, tư vấn tâm lý ban đầu.".to_owned(),
            shared: vec![SharedField { label: "Nhóm tuổi".to_owned(), value: "6–10".to_owned() }],
            contact: "Công chức chính sách xã hội, điện thoại bàn của UBND phường".to_owned(),
        };
        self.officer(125, |cx| referrals::send(cx, case, &referral)).map(drop)
    }

    fn initial(&self, is_emergency: bool) -> FormContent {
        FormContent {
            on: self.day(4),
            items: items(FormKind::InitialAssessment),
            danger_level: Some(if is_emergency { DangerLevel::High } else { DangerLevel::Medium }),
            is_emergency: Some(is_emergency),
            conclusion: "Trẻ có nguy cơ, cần thu thập thêm thông tin và hỗ trợ gia đình.".to_owned(),
            needs: vec![need("Chỗ ở an toàn buổi tối", "Người thân trông giúp", "Gia đình bên ngoại")],
            ..FormContent::default()
        }
    }

    fn detailed(&self) -> FormContent {
        FormContent {
            on: self.day(28),
            items: items(FormKind::DetailedAssessment),
            physical: "Sức khỏe bình thường, hơi gầy so với tuổi.".to_owned(),
            psychological: "Ít nói, hay giật mình khi có người to tiếng.".to_owned(),
            family: "Cha làm nghề tự do, hay uống rượu; mẹ đi làm ca.".to_owned(),
            protective_capacity: "Mẹ và bà ngoại thương trẻ, sẵn sàng phối hợp.".to_owned(),
            child_wishes: "Muốn ở với mẹ và bà, muốn được đi học đều.".to_owned(),
            conclusion: "Cần hỗ trợ tâm lý cho trẻ và tư vấn cho cha mẹ.".to_owned(),
            ..FormContent::default()
        }
    }

    fn meeting(&self) -> FormContent {
        let person = |name: &str, position: &str| Participant { name: name.to_owned(), position: position.to_owned() };
        FormContent {
            held_at: Some(self.after(50)),
            place: "Phòng họp UBND phường".to_owned(),
            chair: "Phó Chủ tịch UBND phường".to_owned(),
            secretary: "Công chức chính sách xã hội".to_owned(),
            participants: vec![person("Trưởng khu phố", "Khu phố"), person("Giáo viên chủ nhiệm", "Nhà trường")],
            child_wishes: "Mong cha không uống rượu.".to_owned(),
            needs: vec![need("Hỗ trợ tâm lý", "Tư vấn", "Trạm y tế"), need("Đi học đều", "Theo dõi", "Nhà trường")],
            conclusion: "Thống nhất lập kế hoạch hỗ trợ trong ba tháng.".to_owned(),
            ..FormContent::default()
        }
    }

    fn plan(&self) -> FormContent {
        let until = |days: i64| Some(ward_today(self.after(76).utc()) + TimeDelta::days(days));
        let activity = |what: &str, who: &str, unit_id: Option<Id>, days: i64, cost: i64| Activity {
            what: what.to_owned(),
            who: who.to_owned(),
            unit_id,
            to: until(days),
            cost,
            source: if cost > 0 { "Quỹ Bảo trợ trẻ em".to_owned() } else { String::new() },
            followed_by: "Công chức chính sách xã hội".to_owned(),
            ..Activity::default()
        };
        FormContent {
            goals: "Trẻ được an toàn, đi học đều.\nCha mẹ biết cách nuôi dạy không bạo lực.".to_owned(),
            activities: vec![
                activity("Khám sức khỏe, tư vấn tâm lý", "", Some(self.cast.health.clone()), 20, 500_000),
                activity("Thăm gia đình hai tuần một lần", "Trưởng khu phố", None, 80, 0),
                activity("Miễn giảm học phí, tặng sách vở", "Nhà trường", None, 40, 800_000),
            ],
            review_on: until(90),
            ..FormContent::default()
        }
    }

    fn review(&self, outcome: ReviewOutcome) -> FormContent {
        FormContent {
            on: self.day(1000),
            items: items(FormKind::Review),
            child_state: "Trẻ vui vẻ hơn, đi học đều, tăng cân.".to_owned(),
            environment: "Bà ngoại sang ở cùng, cha đã bớt uống rượu.".to_owned(),
            outcome: Some(outcome),
            conclusion: "Nguy cơ đã giảm, gia đình tự bảo vệ được trẻ.".to_owned(),
            ..FormContent::default()
        }
    }
}

fn measure() -> NewMeasure {
    NewMeasure {
        kind: MeasureKind::SafePlace,
        what: "Đưa trẻ sang ở tạm nhà người thân trong đêm.".to_owned(),
        place: "Nhà người thân".to_owned(),
        responsible: "Trưởng khu phố và công an phường".to_owned(),
        starts_at: None,
        ends_at: None,
    }
}

fn need(need: &str, service: &str, provider: &str) -> Need {
    Need { need: need.to_owned(), service: service.to_owned(), provider: provider.to_owned() }
}

/// Every item of a form, at a level of its own.
fn items(form: FormKind) -> Vec<JudgedItem> {
    let levels = [Level::Medium, Level::Low, Level::High];
    let codes = catalogue::newest().blocks(form).flat_map(|block| &block.items).map(|item| item.code.clone());
    let judge = |(at, code): (usize, String)| JudgedItem {
        code,
        level: levels.get(at % levels.len()).copied(),
        note: String::new(),
    };
    codes.enumerate().map(judge).collect()
}
