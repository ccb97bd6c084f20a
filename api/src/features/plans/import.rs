//! From a document to a preview: what `bup-documents` read, with the ward's own units found for it.

use bup_documents::plan as read;

use super::model::{PlanPreview, PreviewWarning, SectionPreview, SignedBy, TaskPreview};
use crate::access::UnitKind;
use crate::db::types::Id;
use crate::features::units::ActiveUnit;
use crate::text;

/// Puts the ward's units into what was read. A unit that is not clear stays open, with a warning.
pub fn with_units(read: read::PlanPreview, units: &[ActiveUnit]) -> PlanPreview {
    let mut warnings: Vec<PreviewWarning> = read.warnings.into_iter().map(warning).collect();
    let tasks = read.tasks.into_iter().map(|task| assign(task, units, &mut warnings)).collect();
    PlanPreview {
        title: read.title,
        year: read.year,
        issuer: read.issuer,
        number: read.number,
        issued_on: read.issued_on,
        theme: read.theme,
        slogans: read.slogans,
        starts_on: read.starts_on,
        ends_on: read.ends_on,
        legal_bases: read.legal_bases,
        hotlines: read.hotlines,
        signed_by: read.signed_by.map(|signer| SignedBy { name: signer.name, position: signer.position }),
        recipients: read.recipients,
        sections: read.sections.into_iter().map(section).collect(),
        tasks,
        warnings,
        opening: read.opening,
        closing: read.closing,
    }
}

fn section(section: read::SectionPreview) -> SectionPreview {
    let read::SectionPreview { key, number, title, body, parent_key } = section;
    SectionPreview { key, number, title, body, parent_key }
}

fn warning(warning: read::Warning) -> PreviewWarning {
    PreviewWarning { code: word(&warning.code), message: warning.message, source: warning.source }
}

fn assign(task: read::TaskPreview, units: &[ActiveUnit], warnings: &mut Vec<PreviewWarning>) -> TaskPreview {
    let kind = task.lead_unit_kind.map(kind_of);
    let name = task.lead_unit_name.clone();
    let of_kind: Vec<&ActiveUnit> = units.iter().filter(|unit| Some(unit.kind) == kind).collect();
    let mut joining: Vec<Id> = Vec::new();
    let mut lead = None;
    if task.all_units_of_kind {
        joining.extend(of_kind.iter().map(|unit| unit.id.clone()));
    } else {
        lead = find_one(&of_kind, name.as_deref()).map(|unit| unit.id.clone());
    }
    if lead.is_none() && joining.is_empty() {
        warnings.push(PreviewWarning {
            code: "unit_not_found".into(),
            message: format!(
                "Chưa tìm được đơn vị của phường cho “{}”. Hãy chọn đơn vị chủ trì.",
                name.as_deref().unwrap_or("nhiệm vụ này")
            ),
            source: task.source.clone(),
        });
    }
    if !task.all_units_of_kind {
        for words in &task.joining_units {
            let candidates: Vec<&ActiveUnit> =
                units.iter().filter(|unit| words.kind.map(kind_of) == Some(unit.kind)).collect();
            if words.all_units_of_kind {
                joining.extend(candidates.iter().map(|unit| unit.id.clone()));
            } else if let Some(unit) = find_one(&candidates, Some(&words.name)) {
                joining.push(unit.id.clone());
            }
        }
        joining.retain(|unit| Some(unit) != lead.as_ref());
        let mut seen = std::collections::HashSet::new();
        joining.retain(|unit| seen.insert(unit.clone()));
    }
    TaskPreview {
        key: task.key,
        section_key: Some(task.section_key).filter(|key| !key.is_empty()),
        title: task.title,
        description: task.description,
        lead_unit_kind: kind,
        lead_unit_name: name,
        lead_unit_id: lead,
        joining_unit_ids: joining,
        all_units_of_kind: task.all_units_of_kind,
        expand: None,
        due_on: task.due_on,
        due_source: Some(word(&task.due_source)),
        confidence: f32::from(task.confidence) / 100.0,
        reasons: task.reasons.iter().map(word).collect(),
        source: task.source,
    }
}

/// The only unit of its kind, or the one whose name the document's words hold (or are held by).
fn find_one<'a>(units: &[&'a ActiveUnit], words: Option<&str>) -> Option<&'a ActiveUnit> {
    if let [only] = units {
        return Some(only);
    }
    let words = text::search_key(words?);
    let named: Vec<&&ActiveUnit> =
        units.iter().filter(|unit| holds(&words, &unit.search_key) || holds(&unit.search_key, &words)).collect();
    if let [only] = named.as_slice() { Some(only) } else { None }
}

/// Whether `part` stands in `text` as whole words: "khu pho 1" is not in "khu pho 11".
fn holds(text: &str, part: &str) -> bool {
    format!(" {text} ").contains(&format!(" {part} "))
}

fn kind_of(kind: read::UnitKind) -> UnitKind {
    match kind {
        read::UnitKind::Leadership => UnitKind::Leadership,
        read::UnitKind::SocialPolicy => UnitKind::SocialPolicy,
        read::UnitKind::Culture => UnitKind::Culture,
        read::UnitKind::YouthUnion => UnitKind::YouthUnion,
        read::UnitKind::Police => UnitKind::Police,
        read::UnitKind::FatherlandFront => UnitKind::FatherlandFront,
        read::UnitKind::Neighborhood => UnitKind::Neighborhood,
        read::UnitKind::School => UnitKind::School,
        read::UnitKind::HealthStation => UnitKind::HealthStation,
        read::UnitKind::Superior => UnitKind::Superior,
    }
}

/// The word that an enum of the reader is serialised as.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
