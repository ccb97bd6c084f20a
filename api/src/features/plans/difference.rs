//! What a corrected document says differently from the plan that is kept. Pure.
//!
//! Sections are matched by their path, then by their title; tasks by their paragraph, then by the words it shares
//! with one of the same section, so that a mended sentence is a change and never a second task.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::model::{
    Difference, DifferenceChange as Change, DifferenceKind as Kind, Plan, PlanPreview, Section, SectionPreview,
    TaskPreview,
};
use crate::db::types::Id;
use crate::features::tasks::of_plan::OfPlan;
use crate::text;

/// A difference with what it takes to apply it.
pub struct Step<'a> {
    pub difference: Difference,
    pub what: What<'a>,
}

pub enum What<'a> {
    Field(&'static str),
    AddSection(&'a SectionPreview),
    ChangeSection(&'a Section, &'a SectionPreview),
    RemoveSection(&'a Section),
    AddTask(usize, &'a TaskPreview),
    /// All tasks that one paragraph was made into (one, or one for each unit).
    ChangeTasks(Vec<&'a OfPlan>, &'a TaskPreview),
    RemoveTask(&'a OfPlan),
}

/// Everything that differs, in reading order: the head, the sections, the tasks.
pub fn steps<'a>(plan: &'a Plan, tasks: &'a [OfPlan], preview: &'a PlanPreview) -> Vec<Step<'a>> {
    let mut steps = fields(plan, preview);
    let sections = match_sections(&plan.sections, &preview.sections);
    steps.extend(section_steps(plan, preview, &sections));
    steps.extend(task_steps(plan, tasks, preview, &sections));
    steps
}

fn fields<'a>(plan: &Plan, preview: &PlanPreview) -> Vec<Step<'a>> {
    let day = |day: Option<NaiveDate>| day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    let signer = |signer: &Option<super::model::SignedBy>| {
        signer.as_ref().map(|signer| format!("{}, {}", signer.name, signer.position)).unwrap_or_default()
    };
    let starts = preview.starts_on.or(Some(plan.starts_on));
    let ends = preview.ends_on.or(Some(plan.ends_on));
    let pairs: [(&'static str, &str, String, String); 12] = [
        ("title", "Trích yếu", plan.title.clone(), preview.title.clone()),
        ("number", "Số, ký hiệu", plan.number.clone().unwrap_or_default(), preview.number.clone().unwrap_or_default()),
        ("issued_on", "Ngày ban hành", day(plan.issued_on), day(preview.issued_on)),
        ("issuer", "Cơ quan ban hành", plan.issuer.clone(), preview.issuer.clone()),
        ("theme", "Chủ đề", plan.theme.clone(), preview.theme.clone()),
        ("slogans", "Khẩu hiệu", plan.slogans.join("\n"), preview.slogans.join("\n")),
        ("starts_on", "Bắt đầu", day(Some(plan.starts_on)), day(starts)),
        ("ends_on", "Kết thúc", day(Some(plan.ends_on)), day(ends)),
        ("legal_bases", "Căn cứ", plan.legal_bases.join("\n"), preview.legal_bases.join("\n")),
        ("hotlines", "Đường dây nóng", plan.hotlines.join("\n"), preview.hotlines.join("\n")),
        ("recipients", "Nơi nhận", plan.recipients.join("\n"), preview.recipients.join("\n")),
        ("signed_by", "Người ký", signer(&plan.signed_by), signer(&preview.signed_by)),
    ];
    let step = |(field, label, before, after): (&'static str, &str, String, String)| {
        // What the document does not say is no reason to forget what the officer wrote.
        (before != after && !after.is_empty()).then(|| Step {
            difference: difference(
                format!("plan:{field}"),
                Kind::PlanField,
                Change::Changed,
                label,
                Some(before),
                Some(after),
            ),
            what: What::Field(field),
        })
    };
    pairs.into_iter().filter_map(step).collect()
}

fn difference(
    key: String,
    kind: Kind,
    change: Change,
    label: &str,
    before: Option<String>,
    after: Option<String>,
) -> Difference {
    Difference { key, kind, change, label: label.to_owned(), before, after }
}

/// For each section of the document, the one that is kept.
fn match_sections(kept: &[Section], read: &[SectionPreview]) -> Vec<Option<usize>> {
    let mut free: BTreeSet<usize> = (0..kept.len()).collect();
    let mut matches: Vec<Option<usize>> = vec![None; read.len()];
    let rules: [fn(&Section, &SectionPreview) -> bool; 3] = [
        |kept, read| kept.path == read.key && alike(&kept.title, &read.title) >= 0.5,
        |kept, read| !read.title.is_empty() && text::search_key(&kept.title) == text::search_key(&read.title),
        |kept, read| kept.path == read.key,
    ];
    for is_match in rules {
        for (section, found) in read.iter().zip(matches.iter_mut()).filter(|(_, found)| found.is_none()) {
            *found = free.iter().copied().find(|at| kept.get(*at).is_some_and(|kept| is_match(kept, section)));
            if let Some(at) = found {
                free.remove(at);
            }
        }
    }
    matches
}

fn section_steps<'a>(plan: &'a Plan, preview: &'a PlanPreview, matches: &[Option<usize>]) -> Vec<Step<'a>> {
    let whole = |number: &str, title: &str, body: &str| format!("{number} {title}\n{body}").trim().to_owned();
    let mut steps = Vec::new();
    for (section, found) in preview.sections.iter().zip(matches) {
        let after = Some(whole(&section.number, &section.title, &section.body));
        let label = format!("{} {}", section.key, section.title);
        let key = format!("section:{}", section.key);
        match found.and_then(|at| plan.sections.get(at)) {
            None => steps.push(Step {
                difference: difference(key, Kind::Section, Change::Added, &label, None, after),
                what: What::AddSection(section),
            }),
            Some(kept) => {
                let before = Some(whole(&kept.number, &kept.title, &kept.body));
                if before != after || kept.path != section.key {
                    let difference = difference(key, Kind::Section, Change::Changed, &label, before, after);
                    steps.push(Step { difference, what: What::ChangeSection(kept, section) });
                }
            }
        }
    }
    let found: HashSet<usize> = matches.iter().flatten().copied().collect();
    for (_, kept) in plan.sections.iter().enumerate().filter(|(at, _)| !found.contains(at)) {
        let before = Some(whole(&kept.number, &kept.title, &kept.body));
        let label = format!("{} {}", kept.path, kept.title);
        steps.push(Step {
            difference: difference(
                format!("section-removed:{}", kept.path),
                Kind::Section,
                Change::Removed,
                &label,
                before,
                None,
            ),
            what: What::RemoveSection(kept),
        });
    }
    steps
}

fn task_steps<'a>(
    plan: &'a Plan,
    tasks: &'a [OfPlan],
    preview: &'a PlanPreview,
    sections: &[Option<usize>],
) -> Vec<Step<'a>> {
    let kept_section: HashMap<&str, &Id> = preview
        .sections
        .iter()
        .zip(sections)
        .filter_map(|(read, found)| Some((read.key.as_str(), &plan.sections.get((*found)?)?.id)))
        .collect();
    // Tasks made by hand have no paragraph: a document says nothing about them. Finished ones are matched too, so that
    // they are not offered again as new, and are left as they are; but what an earlier document took out may come back.
    let mut groups: Vec<Vec<&OfPlan>> = Vec::new();
    let is_read = |one: &&OfPlan| !one.task.source.is_empty() && one.task.status_reason != super::reimport::REMOVED;
    for task in tasks.iter().filter(is_read) {
        let same = |group: &&mut Vec<&OfPlan>| {
            group.first().is_some_and(|first| {
                first.task.source == task.task.source && first.task.section_id == task.task.section_id
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(task),
            None => groups.push(vec![task]),
        }
    }
    let mut free: BTreeSet<usize> = (0..groups.len()).collect();
    let mut matches: Vec<Option<usize>> = vec![None; preview.tasks.len()];
    for least in [1.0, 0.45] {
        for (read, found) in preview.tasks.iter().zip(matches.iter_mut()).filter(|(_, found)| found.is_none()) {
            let section = read.section_key.as_deref().and_then(|key| kept_section.get(key)).copied();
            let score = |at: &usize| {
                let first = groups.get(*at).and_then(|group| group.first())?;
                let same_section = first.task.section_id.as_ref() == section;
                let score = alike(&first.task.source, &read.source) - if same_section { 0.0 } else { 0.2 };
                (score >= least - if least >= 1.0 { 0.2 } else { 0.0 }).then_some((score, *at))
            };
            let best = free.iter().filter_map(score).max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((_, at)) = best {
                free.remove(&at);
                *found = Some(at);
            }
        }
    }
    let mut steps = Vec::new();
    for (at, (read, found)) in preview.tasks.iter().zip(&matches).enumerate() {
        let due = read.due_on.or(preview.ends_on).unwrap_or(plan.ends_on);
        let key = format!("task:{}", read.key);
        let after = Some(words_of(&read.source, &read.description, due));
        let Some(group) = found.and_then(|at| groups.get(at)) else {
            steps.push(Step {
                difference: difference(key, Kind::Task, Change::Added, &read.title, None, after),
                what: What::AddTask(at, read),
            });
            continue;
        };
        let open: Vec<&OfPlan> = group.iter().copied().filter(|one| !one.task.status.is_final()).collect();
        let Some(first) = open.first() else { continue };
        let before = Some(words_of(&first.task.source, &first.task.description, first.task.due_on));
        let section = read.section_key.as_deref().and_then(|key| kept_section.get(key)).copied();
        let moved = section.is_some() && first.task.section_id.as_ref() != section;
        if first.task.source != read.source || first.task.due_on != due || moved {
            steps.push(Step {
                difference: difference(key, Kind::Task, Change::Changed, &read.title, before, after),
                what: What::ChangeTasks(open, read),
            });
        }
    }
    for group in free.iter().filter_map(|at| groups.get(*at)) {
        for task in group.iter().filter(|one| !one.task.status.is_final()) {
            let before = Some(words_of(&task.task.source, &task.task.description, task.task.due_on));
            let key = format!("task-removed:{}", task.task.id);
            steps.push(Step {
                difference: difference(key, Kind::Task, Change::Removed, &task.task.title, before, None),
                what: What::RemoveTask(task),
            });
        }
    }
    steps
}

fn words_of(source: &str, description: &str, due_on: NaiveDate) -> String {
    let words = if source.is_empty() { description } else { source };
    format!("{words}\n(hạn {})", due_on.format("%d/%m/%Y"))
}

/// How much two texts share: 1 for the same words, 0 for none (Jaccard over words and their neighbours).
fn alike(a: &str, b: &str) -> f64 {
    let (a, b) = (text::search_key(a), text::search_key(b));
    if a == b {
        return 1.0;
    }
    let pairs = |text: &str| -> HashSet<(String, String)> {
        let words: Vec<&str> = text.split(' ').collect();
        words.iter().zip(words.iter().skip(1).chain([&""])).map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    };
    let (a, b) = (pairs(&a), pairs(&b));
    let shared = u32::try_from(a.intersection(&b).count()).unwrap_or(0);
    let all = u32::try_from(a.union(&b).count()).unwrap_or(1).max(1);
    // Below 1, so that "the same words" can be told from "nearly all of them".
    (f64::from(shared) / f64::from(all)).min(0.99)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mended_sentence_is_still_the_same() {
        let before = "Tuyên truyền trên hệ thống truyền thanh của các khu phố về chủ đề năm 2024";
        let after = "Tuyên truyền trên hệ thống truyền thanh của các khu phố về chủ đề và các hoạt động năm 2024";
        assert!(alike(before, after) > 0.6);
        assert!(alike(before, "Tổ chức dạy bơi cho trẻ em") < 0.1);
        assert!((alike(before, before) - 1.0).abs() < f64::EPSILON);
    }
}
