use chrono::{NaiveDate, NaiveTime};

use super::model::known;
use super::parts::written;
use super::plan_decision::{decided, in_force};
use super::{Child, Decision, Result, WriteError};
use crate::decree30::{Document, clock, long_date, or_blank, sentence};

/// Decree 56/2017/NĐ-CP, art. 32.
const LONGEST: i64 = 15;

/// Quyết định tạm thời cách ly trẻ em khỏi cha, mẹ, người chăm sóc.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeparationDecision {
    pub decision: Decision,
    pub child: Child,
    /// From whom: "ông Trần Văn B, cha đẻ".
    pub apart_from: String,
    /// The case of the law, in as few words as it takes.
    pub reason: Option<String>,
    /// When this decision begins.
    pub from: NaiveDate,
    /// Ward time; emergency is counted by the hour.
    pub from_time: Option<NaiveTime>,
    /// The day on which it ends, at the hour at which it began.
    pub to: NaiveDate,
    /// When the separation began that this decision prolongs; `None`: a first decision.
    pub since: Option<NaiveDate>,
    /// The document of an authority that requires more than fifteen days.
    pub longer_by: Option<String>,
    pub place: SafePlace,
    /// Who cares for the child meanwhile; left out by the caller where it would tell the place.
    pub carer: Option<String>,
    /// Who carries out the separation and watches over the child.
    pub lead: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SafePlace {
    /// Whoever reads the decision may know it.
    Named(String),
    /// Told only to those who need it.
    Withheld,
}

/// # Errors
/// [`WriteError::Separation`] for a time that the law does not allow; when the file cannot be packed.
pub fn separation_docx(separation: &SeparationDecision) -> Result<Vec<u8>> {
    written(separation_document(separation)?)
}

/// The same as a PDF.
///
/// # Errors
/// [`WriteError::Separation`] as above.
pub fn separation_pdf(separation: &SeparationDecision) -> Result<Vec<u8>> {
    Ok(separation_document(separation)?.pdf())
}

fn separation_document(separation: &SeparationDecision) -> Result<Document> {
    let days = allowed_days(separation).ok_or(WriteError::Separation)?;
    let articles = [
        apart(separation, days),
        shelter(separation),
        "Cơ quan, đơn vị, cá nhân có liên quan giữ bí mật nơi tạm trú và thông tin của trẻ em. Khi cha, mẹ, người chăm \
         sóc được đánh giá bảo đảm điều kiện an toàn cho trẻ em thì Quyết định này được hủy bỏ trước thời hạn."
            .to_owned(),
        in_force(&separation.decision),
    ];
    let subject = match separation.since {
        Some(_) => "Về việc gia hạn thời gian tạm thời cách ly trẻ em",
        None => "Về việc tạm thời cách ly trẻ em và áp dụng biện pháp chăm sóc thay thế",
    };
    Ok(decided(&separation.decision, subject, &articles))
}

/// Of the whole separation, what was before a prolongation included.
fn allowed_days(separation: &SeparationDecision) -> Option<i64> {
    let SeparationDecision { from, to, since, .. } = separation;
    let began = since.unwrap_or(*from);
    let days = to.signed_duration_since(began).num_days();
    let longest = if known(&separation.longer_by).is_some() { i64::MAX } else { LONGEST };
    (began <= *from && from < to && days <= longest).then_some(days)
}

fn apart(separation: &SeparationDecision, days: i64) -> String {
    let reason = known(&separation.reason).map(|reason| format!("\nLý do: {}", sentence(reason))).unwrap_or_default();
    let longer =
        known(&separation.longer_by).map(|document| format!(", theo yêu cầu tại {document}")).unwrap_or_default();
    let time = separation.from_time.map(|time| format!("{} ", clock(Some(time)))).unwrap_or_default();
    let (from, to) = (long_date(Some(separation.from)), long_date(Some(separation.to)));
    let period = format!("từ {time}{from} đến {time}{to}{longer}.");
    let period = match separation.since {
        Some(since) => format!(
            "Thời gian gia hạn: {period}\nTổng thời gian tạm thời cách ly là {days:02} ngày, tính từ {}.",
            long_date(Some(since))
        ),
        None => format!("Thời hạn: {days:02} ngày, {period}"),
    };
    let begin = if separation.since.is_some() {
        "Gia hạn thời gian tạm thời cách ly"
    } else {
        "Tạm thời cách ly"
    };
    let (child, apart_from) = (separation.child.described(), or_blank(Some(&separation.apart_from)));
    format!("{begin} {child} khỏi {apart_from}.{reason}\n{period}")
}

fn shelter(separation: &SeparationDecision) -> String {
    let place = match &separation.place {
        SafePlace::Named(place) => or_blank(Some(place)),
        SafePlace::Withheld => "địa điểm được giữ kín để bảo đảm an toàn cho trẻ em".to_owned(),
    };
    let carer = known(&separation.carer)
        .map(|carer| format!("\nNgười chăm sóc thay thế trong thời gian tạm thời cách ly: {carer}."))
        .unwrap_or_default();
    format!(
        "Bố trí nơi tạm trú an toàn và áp dụng biện pháp chăm sóc thay thế cho trẻ em: {}{carer}\nGiao {} tổ chức thực \
         hiện, theo dõi tình trạng của trẻ em và kịp thời báo cáo Chủ tịch Ủy ban nhân dân.",
        sentence(&place),
        or_blank(Some(&separation.lead))
    )
}
