//! The papers of a case: its forms, put into the words of `bup_documents`. Names of files hold the code, never a word
//! of what they are about.

use bup_documents::cases as paper;
use bup_documents::decree30::{Header, Meeting, Party, Person};
use chrono::NaiveDateTime;
use chrono_tz::Asia::Ho_Chi_Minh;

use super::catalogue::{self, AssessmentCatalogue};
use super::content::Content;
use super::forms;
use super::forms_model::{Activity, FormContent, FormKind, JudgedItem, Level, Need, ReviewOutcome};
use super::measures;
use super::model::{CaseChild, CasePart, CaseRow, CaseStatus};
use super::referrals;
use super::signers::{self, Signed};
use super::store;
use crate::access::subject::Cases;
use crate::access::{Cx, Read};
use crate::audit::{self, Changes};
use crate::calendar::ward_today;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::concerns::documents::{sex, some};
use crate::features::wards::{self, Letterhead};
use crate::http::Download;
use crate::text_enum;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const WORKER: &str = "Người làm công tác bảo vệ trẻ em cấp xã";

text_enum! {
    /// What of a case is printed.
    pub enum Paper {
        InitialAssessment = "initial_assessment",
        DetailedAssessment = "detailed_assessment",
        NeedsMeeting = "needs_meeting",
        SupportPlan = "support_plan",
        Decision = "decision",
        Review = "review",
        Separation = "separation",
        Closing = "closing",
        Transfer = "transfer",
    }
}

impl Paper {
    fn part(self) -> CasePart {
        match self {
            Self::InitialAssessment => CasePart::InitialAssessment,
            Self::DetailedAssessment => CasePart::DetailedAssessment,
            Self::NeedsMeeting => CasePart::Meeting,
            // The whole plan; a unit that carries out one line of it reads that line on the screen.
            Self::SupportPlan | Self::Transfer => CasePart::Log,
            Self::Decision => CasePart::Decision,
            Self::Review | Self::Closing => CasePart::Review,
            // It may say where the child is.
            Self::Separation => CasePart::Concern,
        }
    }

    /// In names of files: the number of the form, no word.
    fn short(self) -> &'static str {
        match self {
            Self::InitialAssessment => "mau-02",
            Self::DetailedAssessment => "mau-03",
            Self::NeedsMeeting => "bien-ban",
            Self::SupportPlan => "mau-04",
            Self::Decision => "mau-05",
            Self::Review => "mau-06",
            Self::Separation => "quyet-dinh-1",
            Self::Closing => "quyet-dinh-2",
            Self::Transfer => "bien-ban-2",
        }
    }
}

/// What every paper of a case begins with.
struct Desk {
    row: CaseRow,
    said: Content,
    ward: Letterhead,
    catalogue: &'static AssessmentCatalogue,
}

/// A paper of a case; the print is written down.
///
/// # Errors
/// 404, also for a paper that is not this reader's, or that there is none of yet.
pub fn print(cx: &mut Cx<'_, Cases, Read>, id: &Id, paper: Paper) -> Result<Download> {
    let row = store::find_part(cx, id, paper.part())?;
    let said = Content::of(&cx.services().vault, &row)?;
    let ward = wards::letterhead(cx, &row.ward_id)?;
    let desk = Desk { row, said, ward, catalogue: catalogue::newest() };
    let bytes = match paper {
        Paper::InitialAssessment => desk.initial(&form(cx, id, FormKind::InitialAssessment)?),
        Paper::DetailedAssessment => desk.detailed(&form(cx, id, FormKind::DetailedAssessment)?),
        Paper::NeedsMeeting => desk.meeting(&form(cx, id, FormKind::NeedsMeeting)?),
        Paper::SupportPlan => desk.plan(&form(cx, id, FormKind::SupportPlan)?),
        Paper::Decision => {
            let plan = form(cx, id, FormKind::SupportPlan)?;
            let decision = form(cx, id, FormKind::Decision)?;
            let signed = forms::signed(cx, id, FormKind::Decision)?;
            desk.decision(&decision, &plan, signers::signer(cx, &signed)?)
        }
        Paper::Review => desk.review(&form(cx, id, FormKind::Review)?),
        Paper::Separation => desk.separation(cx)?,
        Paper::Closing if desk.row.closing_kind.is_none() => return Err(Error::not_found()),
        Paper::Transfer if desk.row.status != CaseStatus::Transferred => return Err(Error::not_found()),
        Paper::Closing => {
            let decision = forms::last_completed(cx, id, FormKind::Decision)?;
            let signed = Signed { by: desk.row.closed_by_id.clone(), acting_for: desk.row.closed_for_id.clone() };
            desk.closing(decision.as_ref(), signers::signer(cx, &signed)?)
        }
        Paper::Transfer => desk.transfer(),
    };
    let bytes = bytes.map_err(Error::internal)?;
    audit::record(cx, "print", id, Changes::none().field("paper", (), paper))?;
    let file_name = format!("{}-{}.docx", desk.row.code, paper.short());
    Ok(Download { bytes, media_type: DOCX, file_name })
}

fn form(cx: &mut Cx<'_, Cases, Read>, id: &Id, kind: FormKind) -> Result<FormContent> {
    forms::last_completed(cx, id, kind)?.ok_or_else(Error::not_found)
}

fn ward_time(at: Instant) -> NaiveDateTime {
    at.utc().with_timezone(&Ho_Chi_Minh).naive_local()
}

fn child(child: &CaseChild) -> paper::Child {
    paper::Child {
        name: some(&child.full_name),
        born: child.date_of_birth,
        estimated_age: child.estimated_age.and_then(|age| u8::try_from(age).ok()),
        sex: child.sex.map(sex),
        residence: some(&child.address),
    }
}

fn needs(needs: &[Need]) -> Vec<paper::Need> {
    let shape = |one: &Need| paper::Need {
        need: one.need.clone(),
        service: one.service.clone(),
        provider: one.provider.clone(),
    };
    needs.iter().map(shape).collect()
}

fn assessment(form: &FormContent, kind: FormKind) -> paper::Assessment {
    let block = |code: &str| -> Vec<paper::Item> {
        let blocks = catalogue::version(&form.catalogue).blocks(kind).filter(|block| block.code == code);
        let items = blocks.flat_map(|block| &block.items);
        items.map(|item| judged(&item.code, &item.label, form.items.iter().find(|one| one.code == item.code))).collect()
    };
    paper::Assessment { harm: block("harm"), resilience: block("capacity") }
}

fn judged(code: &str, label: &str, item: Option<&JudgedItem>) -> paper::Item {
    let level = item.and_then(|one| one.level).map(|level| match level {
        Level::High => paper::Level::High,
        Level::Medium => paper::Level::Medium,
        Level::Low => paper::Level::Low,
    });
    // On paper an item is numbered within its form: "a.1".
    let code = code.split_once('.').map_or(code, |(_, rest)| rest).to_owned();
    paper::Item { code, label: label.to_owned(), level, note: item.and_then(|one| some(&one.note)) }
}

type Bytes = paper::Result<Vec<u8>>;

impl Desk {
    fn head(&self, kind: Option<FormKind>, symbol: &str, date: Option<chrono::NaiveDate>) -> paper::Head {
        let form = kind.and_then(|kind| self.catalogue.papers.get(&kind)).cloned().unwrap_or_default();
        paper::Head {
            header: Header {
                parent: None,
                issuer: format!("ỦY BAN NHÂN DÂN\n{}", self.ward.name),
                number: None,
                symbol: symbol.to_owned(),
                place: self.ward.place.clone(),
                date,
            },
            form,
        }
    }

    fn officer(&self) -> paper::Officer {
        paper::Officer { position: WORKER.to_owned(), name: None }
    }

    fn kind(&self) -> String {
        "bị xâm hại hoặc có nguy cơ bị bạo lực, bóc lột, bỏ rơi".to_owned()
    }

    fn initial(&self, form: &FormContent) -> Bytes {
        paper::initial_assessment_docx(&paper::InitialAssessment {
            head: self.head(Some(FormKind::InitialAssessment), "BC-UBND", form.on),
            kind: self.kind(),
            child: child(&self.said.child),
            assessed: form.on,
            assessed_at: None,
            assessment: assessment(form, FormKind::InitialAssessment),
            conclusion: some(&form.conclusion),
            emergency: form.is_emergency,
            needs: needs(&form.needs),
            officer: self.officer(),
        })
    }

    fn detailed(&self, form: &FormContent) -> Bytes {
        let section = |heading: &str, text: &str| paper::Section { heading: heading.to_owned(), text: some(text) };
        paper::detailed_assessment_docx(&paper::DetailedAssessment {
            head: self.head(Some(FormKind::DetailedAssessment), "BC-UBND", form.on),
            kind: self.kind(),
            child: child(&self.said.child),
            sections: vec![
                section("Tình trạng thể chất", &form.physical),
                section("Tình trạng tâm lý", &form.psychological),
                section("Tình cảm, quan hệ", &form.emotional),
                section("Hoàn cảnh gia đình", &form.family),
                section("Các mối quan hệ của trẻ em", &form.relations),
                section("Năng lực bảo vệ của cha mẹ, thành viên gia đình", &form.protective_capacity),
                section("Môi trường chăm sóc hiện tại và tương lai", &form.care_environment),
                section("Đối tượng xâm hại", &form.offender),
                section("Ý kiến, nguyện vọng của trẻ em", &form.child_wishes),
                section("Ý kiến, nguyện vọng của cha mẹ, người chăm sóc", &form.parents_wishes),
            ],
            assessment: assessment(form, FormKind::DetailedAssessment),
            conclusion: some(&form.conclusion),
            needs: needs(&form.needs),
            officer: self.officer(),
        })
    }

    fn meeting(&self, form: &FormContent) -> Bytes {
        let held = form.held_at.map(ward_time);
        let person = |name: &str, position: &str| Person { name: name.to_owned(), position: position.to_owned() };
        paper::needs_meeting_docx(&paper::NeedsMeeting {
            head: self.head(Some(FormKind::NeedsMeeting), "BB-UBND", held.map(|at| at.date())),
            meeting: Meeting {
                date: held.map(|at| at.date()),
                begun: held.map(|at| at.time()),
                ended: None,
                venue: some(&form.place),
            },
            chair: person(&form.chair, "Chủ trì"),
            secretary: person(&form.secretary, "Thư ký"),
            present: form.participants.iter().map(|one| person(&one.name, &one.position)).collect(),
            family: None,
            child: child(&self.said.child),
            child_opinion: some(&form.child_wishes),
            parents_opinion: some(&form.parents_wishes),
            opinions: some(&form.opinions)
                .map(|text| paper::Opinion { who: "Các thành viên dự họp".to_owned(), text })
                .into_iter()
                .collect(),
            needs: needs(&form.needs),
            conclusion: some(&form.conclusion),
        })
    }

    fn plan(&self, form: &FormContent) -> Bytes {
        paper::plan_docx(&paper::SupportPlan {
            head: self.head(Some(FormKind::SupportPlan), "KH-UBND", None),
            kind: self.kind(),
            legal_bases: self.catalogue.legal_bases.clone(),
            child: child(&self.said.child),
            situation: some(&form.conclusion),
            goals: form.goals.lines().map(str::to_owned).collect(),
            from: form.activities.iter().filter_map(|one| one.from).min(),
            to: form.activities.iter().filter_map(|one| one.to).max(),
            activities: form.activities.iter().map(activity).collect(),
            review_on: form.review_on,
            officer: self.officer(),
            approver: None,
        })
    }

    fn frame(
        &self,
        kind: Option<FormKind>,
        date: Option<chrono::NaiveDate>,
        responsible: &[&str],
        signer: paper::Signer,
    ) -> paper::Decision {
        let proposer = format!("Theo đề nghị của {WORKER}");
        paper::Decision {
            head: self.head(kind, "QĐ-UBND", date),
            authority: format!("Chủ tịch Ủy ban nhân dân {}", self.ward.name),
            legal_bases: self.catalogue.legal_bases.iter().cloned().chain([proposer]).collect(),
            effective: None,
            responsible: responsible.iter().map(|one| (*one).to_owned()).collect(),
            recipients: vec!["Như Điều 3".to_owned(), "Lưu: VT, hồ sơ".to_owned()],
            signer,
        }
    }

    /// The decision's own number, where the clerk has given one: "12/QĐ-UBND".
    fn numbered(&self, form: &FormContent, signer: paper::Signer) -> paper::Decision {
        let responsible = ["Văn phòng HĐND và UBND", WORKER];
        let mut decision = self.frame(Some(FormKind::Decision), form.on, &responsible, signer);
        decision.head.header.number = form.number.split('/').next().and_then(|digits| digits.trim().parse().ok());
        decision
    }

    fn decision(&self, form: &FormContent, plan: &FormContent, signer: paper::Signer) -> Bytes {
        let partners = plan.activities.iter().map(|one| one.who.clone()).filter(|who| !who.is_empty());
        paper::plan_decision_docx(&paper::PlanDecision {
            decision: self.numbered(form, signer),
            child: child(&self.said.child),
            from: plan.activities.iter().filter_map(|one| one.from).min().or(form.on),
            to: plan.activities.iter().filter_map(|one| one.to).max(),
            lead: WORKER.to_owned(),
            partners: partners.collect(),
            cost: plan.activities.iter().map(|one| one.cost).fold(0, i64::saturating_add),
            funding: plan.activities.iter().find_map(|one| some(&one.source)),
        })
    }

    fn review(&self, form: &FormContent) -> Bytes {
        paper::review_docx(&paper::Review {
            head: self.head(Some(FormKind::Review), "BC-UBND", form.on),
            child: child(&self.said.child),
            officer: self.officer(),
            done_on: form.on,
            assessment: assessment(form, FormKind::Review),
            results: some(&form.environment),
            state: some(&form.child_state),
            outcome: form.outcome.map(|outcome| match outcome {
                ReviewOutcome::Close => paper::Outcome::Close,
                ReviewOutcome::Continue => paper::Outcome::Continue,
            }),
            reasons: some(&form.conclusion),
        })
    }

    fn separation(&self, cx: &mut Cx<'_, Cases, Read>) -> Result<Bytes> {
        let (row, said) = measures::newest_separation(cx, &self.row.id)?;
        let signed = Signed { by: row.decided_by_id.clone(), acting_for: row.decided_for_id.clone() };
        let signer = signers::signer(cx, &signed)?;
        let (from, to) = (ward_time(row.starts_at), row.ends_at.map_or(ward_time(row.starts_at), ward_time));
        Ok(paper::separation_docx(&paper::SeparationDecision {
            decision: self.frame(None, Some(from.date()), &["Công an phường", WORKER], signer),
            child: child(&self.said.child),
            apart_from: "cha, mẹ, người chăm sóc".to_owned(),
            reason: some(&said.reason),
            from: from.date(),
            from_time: Some(from.time()),
            to: to.date(),
            since: None,
            longer_by: None,
            // The paper goes to those it names; the place stays in the file.
            place: paper::SafePlace::Withheld,
            carer: None,
            lead: WORKER.to_owned(),
        }))
    }

    fn closing(&self, decision: Option<&FormContent>, signer: paper::Signer) -> Bytes {
        let closed_on = self.row.closed_at.map(|at| ward_today(at.utc()));
        paper::closing_docx(&paper::ClosingDecision {
            decision: self.frame(None, closed_on, &[WORKER], signer),
            child: child(&self.said.child),
            plan_number: decision.and_then(|form| some(&form.number)),
            plan_date: decision.and_then(|form| form.on),
            reasons: some(&self.said.closing_reason),
            lead: WORKER.to_owned(),
            follow_up: Vec::new(),
        })
    }

    fn transfer(&self) -> Bytes {
        let party = |body: &str| Party { body: body.to_owned(), ..Party::default() };
        paper::transfer_docx(&paper::Transfer {
            head: self.head(None, "BB-UBND", None),
            legal_bases: self.catalogue.legal_bases.clone(),
            meeting: Meeting::default(),
            giver: party(&format!("Ủy ban nhân dân {}", self.ward.name)),
            receiver: party(&self.said.transferred_to),
            child: child(&self.said.child),
            reason: None,
            state: None,
            urgent: Vec::new(),
            documents: Vec::new(),
            copies: 2,
        })
    }
}

fn activity(one: &Activity) -> paper::Activity {
    let day = |day: chrono::NaiveDate| day.format("%d/%m/%Y").to_string();
    let when = match (one.from, one.to) {
        (Some(from), Some(to)) => Some(format!("{} – {}", day(from), day(to))),
        (None, Some(to)) => Some(format!("Trước {}", day(to))),
        (Some(from), None) => Some(format!("Từ {}", day(from))),
        (None, None) => None,
    };
    paper::Activity {
        what: one.what.clone(),
        by: one.who.clone(),
        with: some(&one.with),
        when,
        cost: Some(one.cost).filter(|cost| *cost > 0),
        funding: some(&one.source),
        expected: some(&one.expected),
        watched_by: some(&one.followed_by),
    }
}

/// The letter of a referral; the print is written down.
///
/// # Errors
/// 404.
pub fn print_referral(cx: &mut Cx<'_, Cases, Read>, id: &Id, referral: &Id) -> Result<Download> {
    let row = store::find_part(cx, id, CasePart::Referrals)?;
    let ward = wards::letterhead(cx, &row.ward_id)?;
    let all = referrals::list(cx, id)?;
    let sent = all.into_iter().find(|one| one.id == *referral).ok_or_else(Error::not_found)?;
    let receiver = sent.to_unit.as_ref().map_or(sent.to.clone(), |unit| unit.name.clone());
    let desk = Desk { said: Content::default(), row, ward, catalogue: catalogue::newest() };
    let bytes = paper::referral_docx(&paper::Referral {
        head: desk.head(None, "UBND", Some(ward_today(sent.sent_at.utc()))),
        receivers: vec![receiver],
        purpose: some(&sent.purpose),
        services: Vec::new(),
        data: sent.shared.into_iter().map(|field| (field.label, field.value)).collect(),
        answer_by: Some(ward_today(sent.answer_due_at.utc())),
        contact: paper::Contact { name: some(&sent.contact), position: None, phone: None },
        recipients: vec!["Như trên".to_owned(), "Lưu: VT, hồ sơ".to_owned()],
        signer: paper::Signer::default(),
    });
    let bytes = bytes.map_err(Error::internal)?;
    audit::record(cx, "print", id, Changes::none().field("paper", (), "referral"))?;
    Ok(Download { bytes, media_type: DOCX, file_name: format!("{}-phieu-chuyen.docx", desk.row.code) })
}
