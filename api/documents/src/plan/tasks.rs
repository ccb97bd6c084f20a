//! Sections → proposed tasks: which unit does what, with whom, by when, and how sure that reading is.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::address::{self, Heading};
use super::dates::{self, Frame};
use super::lines::{Item, Line};
use super::marker;
use super::orders::{self, Order};
use super::preview::{DueSource, Reason, TaskPreview, UnitKind, WarningCode};
use super::sections::Section;
use super::units::Mention;
use super::warnings::Warnings;
use super::{attributes, common, table_tasks, task_text};
use crate::words::{Pattern, bare, fold, regex};

pub(crate) struct Builder<'a> {
    pub(crate) sections: &'a [Section],
    pub(crate) frame: Frame,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) tasks: Vec<TaskPreview>,
    pub(crate) warnings: &'a mut Warnings,
}

/// Who leads the orders of a section.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lead {
    pub(crate) unit: Option<Mention>,
    pub(crate) others: Vec<Mention>,
    /// The words for the unit(s), known or not; empty when none is named.
    pub(crate) words: String,
}

impl Lead {
    pub(crate) fn of(heading: Heading) -> Self {
        Self { unit: heading.lead, others: heading.others, words: heading.words }
    }
}

/// All tasks of a plan.
pub(crate) fn read(
    sections: &[Section],
    frame: Frame,
    ends_on: Option<NaiveDate>,
    warnings: &mut Warnings,
) -> Vec<TaskPreview> {
    let mut builder = Builder { sections, frame, ends_on, tasks: Vec::new(), warnings };
    let leads: Vec<Option<Lead>> = leads(sections);
    let parents: HashSet<usize> = sections.iter().filter_map(|section| section.parent).collect();
    for (index, section) in sections.iter().enumerate() {
        let lead = leads.get(index).cloned().flatten();
        let has_children = parents.contains(&index);
        builder.tables(section, lead.as_ref());
        match (section.assigning, lead) {
            (true, Some(lead)) => builder.unit_section(section, &lead, has_children),
            (true, None) => common::read(&mut builder, section, has_children),
            (false, _) => attributes::read(&mut builder, section),
        }
    }
    if builder.tasks.is_empty() {
        let headed: Vec<usize> =
            (0..sections.len()).filter(|index| leads.get(*index).is_some_and(Option::is_some)).collect();
        for index in headed {
            if let (Some(section), Some(Some(lead))) = (sections.get(index), leads.get(index)) {
                builder.unit_section(section, lead, parents.contains(&index));
            }
        }
        builder.lower(Reason::OutsideAssignments);
    }
    builder.outside();
    if builder.tasks.is_empty() {
        builder.warnings.missing(WarningCode::NoAssignments);
    }
    builder.tasks
}

/// The unit of each section: its own heading's, else that of the one above.
fn leads(sections: &[Section]) -> Vec<Option<Lead>> {
    let mut leads: Vec<Option<Lead>> = Vec::with_capacity(sections.len());
    for section in sections {
        let own = address::heading(&section.title)
            .filter(|heading| {
                !super::heading::is_assignment(&section.title)
                    || heading.lead.as_ref().is_some_and(|lead| lead.kind.is_some())
            })
            .filter(|heading| section.assigning || heading.lead.as_ref().is_some_and(|lead| lead.kind.is_some()))
            .map(Lead::of);
        let above = section.parent.and_then(|parent| leads.get(parent).cloned().flatten());
        leads.push(own.or(above));
    }
    leads
}

impl Builder<'_> {
    /// A section whose heading names the unit: every paragraph orders it something.
    fn unit_section(&mut self, section: &Section, lead: &Lead, has_children: bool) {
        self.warn_about(lead, &section.title);
        let lines: Vec<&Line> = section.worded().collect();
        let own_unit = address::heading(&section.title).is_some();
        let found = orders::group(&lines);
        let count = found.len();
        if found.is_empty()
            && !has_children
            && !section.items.iter().any(|item| matches!(item, Item::Table(_)))
            && !own_unit
        {
            // A numbered line below the unit's heading is the order itself.
            let order = Order { text: section.title.clone(), below: Vec::new(), joined: false };
            self.push(section, lead, order, &[]);
        }
        if found.is_empty() && !has_children && own_unit && section.items.is_empty() {
            let heading = address::heading(&section.title).filter(|heading| heading.has_order);
            match heading {
                Some(_) => {
                    let order = Order { text: section.title.clone(), below: Vec::new(), joined: false };
                    self.push(section, lead, order, &[]);
                }
                None => self.warnings.add(WarningCode::UnitWithoutOrder, &section.title),
            }
        }
        for (place, order) in found.into_iter().enumerate() {
            if orders::is_closing(&order.text, place + 1 == count) && count > 1 {
                continue;
            }
            match self.other_unit(&order.text, lead) {
                Some(other) => self.push(section, &other, order, &[]),
                None => self.push(section, lead, order, &[]),
            }
        }
    }

    /// "Giao Trạm Y tế …", "Đoàn phường: …" among the paragraphs of another unit.
    fn other_unit(&self, text: &str, lead: &Lead) -> Option<Lead> {
        let plain = plain(text);
        let heading = address::heading(&plain).filter(|heading| heading.has_order)?;
        let found = heading.lead.as_ref()?;
        let explicit = fold(&plain).starts_with("giao ")
            || fold(&plain)
                .get(heading.end..)
                .is_some_and(|rest| rest.starts_with(':') || rest.starts_with(" chu tri"));
        let same = lead.unit.as_ref().is_some_and(|unit| unit.kind == found.kind);
        (explicit && !same && found.kind.is_some()).then(|| Lead::of(heading))
    }

    /// Sentences anywhere else that give work: "Giao Công an phường chủ trì …".
    fn outside(&mut self) {
        let none_yet = self.tasks.is_empty();
        let sections = self.sections;
        for section in sections.iter().filter(|section| !section.assigning) {
            for line in section.lines() {
                let plain = plain(&line.text);
                let explicit = address::given(&plain).map(|(_, found)| found).filter(|found| found.has_order);
                let explicit = explicit.or_else(|| address::led_in_brackets(&plain));
                let found = explicit.or_else(|| {
                    address::heading(&plain).filter(|found| {
                        none_yet
                            && found.has_order
                            && found.lead.as_ref().is_some_and(|lead| lead.kind.is_some())
                            && orders_something(&plain, found)
                    })
                });
                if let Some(found) = found {
                    let lead = Lead::of(found);
                    self.warn_about(&lead, &line.text);
                    self.push(section, &lead, Order::of(line), &[Reason::OutsideAssignments]);
                }
            }
        }
    }

    fn tables(&mut self, section: &Section, lead: Option<&Lead>) {
        for item in &section.items {
            if let Item::Table(table) = item {
                table_tasks::read(self, section, table, lead);
            }
        }
    }

    fn lower(&mut self, reason: Reason) {
        for task in &mut self.tasks {
            task.reasons.push(reason);
            task.confidence = task.confidence.saturating_sub(cost(reason));
        }
    }

    pub(crate) fn warn_about(&mut self, lead: &Lead, source: &str) {
        match &lead.unit {
            None if lead.words.is_empty() => {}
            Some(Mention { kind: None, .. }) | None => self.warnings.add(WarningCode::UnitUnknown, &lead.words),
            Some(unit) => {
                if unit.slip {
                    self.warnings.add(WarningCode::UnitNameSlip, source);
                } else if !unit.sure {
                    self.warnings.add(WarningCode::UnitKindUnsure, &unit.words);
                }
            }
        }
        let kinds = lead.others.iter().filter(|other| Some(other.kind) != lead.unit.as_ref().map(|unit| unit.kind));
        if kinds.count() > 0 {
            self.warnings.add(WarningCode::SeveralUnits, &lead.words);
        }
    }

    /// Adds one task. What the order does not say is filled in, with the reason.
    pub(crate) fn push(&mut self, section: &Section, lead: &Lead, order: Order, more: &[Reason]) {
        let text = order.whole();
        let due = dates::due(&text, self.frame, false);
        self.push_with(section, lead, order, due, None, more);
    }

    pub(crate) fn push_with(
        &mut self,
        section: &Section,
        lead: &Lead,
        order: Order,
        due: dates::Due,
        joining: Option<Vec<Mention>>,
        more: &[Reason],
    ) {
        let source = order.whole();
        let title = task_text::title(&order.text);
        if bare(&title).is_empty() {
            return;
        }
        let mut reasons = more.to_vec();
        let kind = lead.unit.as_ref().and_then(|unit| unit.kind);
        reasons.extend(lead_reasons(lead));
        if order.joined {
            reasons.push(Reason::JoinedAfterPageCut);
        }
        if let Some(outside) = &due.outside {
            self.warnings.add(WarningCode::DateOutOfWindow, &format!("{outside}: {title}"));
            reasons.push(Reason::DueOutOfWindow);
        }
        if due.guessed {
            self.warnings.add(WarningCode::DateGuessed, &title);
            reasons.push(Reason::DueGuessed);
        }
        reasons.extend(due.several.then_some(Reason::SeveralDates));
        reasons.extend(due.date.is_none().then_some(Reason::DueIsPlanEnd));
        let mut joining = joining.unwrap_or_else(|| address::joining(&source));
        joining.extend(lead.others.iter().cloned());
        joining.retain(|other| Some(&other.words) != lead.unit.as_ref().map(|unit| &unit.words));
        let mut joining_unit_kinds: Vec<UnitKind> = Vec::new();
        for other in joining.iter().filter_map(|other| other.kind).filter(|other| Some(*other) != kind) {
            if !joining_unit_kinds.contains(&other) {
                joining_unit_kinds.push(other);
            }
        }
        let number = self.tasks.iter().rev().take_while(|task| task.section_key == section.key).count() + 1;
        let confidence = reasons.iter().fold(100_u8, |rest, reason| rest.saturating_sub(cost(*reason))).max(10);
        self.tasks.push(TaskPreview {
            key: format!("{}/{number}", section.key),
            section_key: section.key.clone(),
            title,
            description: source.clone(),
            lead_unit_kind: kind,
            lead_unit_name: (!lead.words.is_empty()).then(|| lead.words.clone()),
            joining_unit_kinds,
            joining_units: joining.iter().map(Mention::to_words).collect(),
            all_units_of_kind: lead.unit.as_ref().is_some_and(|unit| unit.all),
            due_on: due.date.or(self.ends_on),
            due_source: if due.date.is_some() { DueSource::Sentence } else { DueSource::PlanEnd },
            confidence,
            reasons,
            source,
        });
    }
}

fn lead_reasons(lead: &Lead) -> Vec<Reason> {
    let mut reasons = Vec::new();
    match &lead.unit {
        None if lead.words.is_empty() => reasons.push(Reason::NoUnitNamed),
        Some(Mention { kind: None, .. }) | None => reasons.push(Reason::UnitUnknown),
        Some(unit) if unit.slip => reasons.push(Reason::UnitNameSlip),
        Some(unit) if !unit.sure => reasons.push(Reason::UnitKindUnsure),
        Some(_) => {}
    }
    let kind = lead.unit.as_ref().map(|unit| unit.kind);
    if lead.others.iter().any(|other| Some(other.kind) != kind) {
        reasons.push(Reason::SeveralUnits);
    }
    reasons
}

/// Percent taken off for each doubt.
fn cost(reason: Reason) -> u8 {
    match reason {
        Reason::NoUnitNamed => 50,
        Reason::UnitUnknown => 40,
        Reason::OutsideAssignments => 30,
        Reason::UnitKindUnsure => 20,
        Reason::DueOutOfWindow | Reason::SeveralUnits => 15,
        Reason::UnitNameSlip | Reason::DueGuessed | Reason::SeveralDates | Reason::TableColumnUnknown => 10,
        Reason::DueIsPlanEnd | Reason::JoinedAfterPageCut => 5,
    }
}

/// Without its list mark.
pub(super) fn plain(text: &str) -> String {
    marker::parse(text).map_or_else(|| text.to_owned(), |marker| marker.rest)
}

/// The words after the unit order something: a colon, or "chủ trì", "có trách nhiệm", "phối hợp".
fn orders_something(text: &str, found: &Heading) -> bool {
    static ORDERS: Pattern =
        regex!(r"^\s*(?::|,? ?(?:chu tri|co trach nhiem|chiu trach nhiem|phoi hop|tham muu|chu dong))");
    fold(text).get(found.end..).is_some_and(|rest| ORDERS.is_match(rest))
}
