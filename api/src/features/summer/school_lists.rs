//! Handovers from the list that a school keeps itself. It is no import of the registry: whoever is there stays as they
//! are there; only those whom somebody says to add are made, by the service that compares every list.

use std::collections::{HashMap, HashSet};

use super::bodies::HandoversMade;
use super::list_model::{
    HandoverListChoice, HandoverListCounts, HandoverListPreview, HandoverListPupil, HandoverListRow, HandoverListTaken,
    ListRowState, ListRowTake,
};
use super::rules::{self, NOT_IN_SCOPE, NOT_OF_SCHOOL};
use super::write;
use crate::access::subject::{Children, Summer};
use crate::access::{Create, Cx, Read};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::children::imports::lists::{self, Compared, List, ListRead};
use crate::features::children::model::ChildStatus;
use crate::features::children::roster::{self, Pupil};
use crate::features::units;
use crate::features::units::model::UnitRef;
use crate::http::Upload;
use crate::http::context::Lang;
use crate::input::{Checks, REQUIRED, UNKNOWN_ID};

pub const DECISIONS_BAD: Message = Message::new(
    "decisions_bad",
    "Phần quyết định cho từng dòng chưa đúng. Hãy xem lại danh sách rồi gửi lại.",
    "The decisions about the rows are not right. Look at the list and send it again.",
);
pub const LOOK_AGAIN: Message = Message::new(
    "look_again",
    "Dòng {row}: danh sách trẻ của phường vừa thay đổi. Hãy xem lại danh sách rồi quyết định; chưa có gì được ghi.",
    "Row {row}: the ward's list has just changed. Look at the list again and decide; nothing was written.",
);

/// What a request says beside its file.
pub struct Asked {
    year: Option<String>,
    school_id: Option<String>,
    decisions: Vec<HandoverListChoice>,
}

impl Asked {
    /// # Errors
    /// 422 for decisions that are none.
    pub fn from(upload: &Upload) -> Result<Self> {
        let word = |name: &str| upload.fields.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
        let decisions = match word("decisions") {
            Some(text) => serde_json::from_str(text).map_err(|_| Error::field("decisions", DECISIONS_BAD))?,
            None => Vec::new(),
        };
        let owned = |name: &str| word(name).map(str::to_owned);
        Ok(Self { year: owned("year"), school_id: owned("school_id"), decisions })
    }
}

/// A list that was read for a school and a summer.
struct Opened {
    ward: Id,
    school: Id,
    year: i32,
    list: List,
    /// The children whom rows may be about, as they are now.
    pupils: HashMap<Id, Pupil>,
    /// Who is on a list of the year already.
    listed: HashSet<Id>,
    places: HashSet<Id>,
}

fn open(cx: &mut Cx<'_, Summer, Create>, asked: &Asked, read: ListRead, lang: Lang) -> Result<Opened> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let year = match asked.year.as_deref().map(str::parse::<i32>) {
        Some(Ok(year)) => rules::check_year(&mut checks, year),
        _ => {
            checks.fail("year", REQUIRED);
            0
        }
    };
    let chosen = asked.school_id.as_deref().and_then(Id::parse);
    if asked.school_id.is_some() && chosen.is_none() {
        checks.fail("school_id", UNKNOWN_ID);
    }
    let school = write::check_school(cx, &mut checks, chosen.as_ref())?;
    checks.finish()?;
    let school = school.ok_or_else(Error::not_found)?;
    write::take_turns(cx, &school)?;
    let list = lists::compare(&mut cx.also::<Children, Create>()?, &school, read, lang)?;
    let named: Vec<Id> = list.rows.iter().flat_map(|one| one.verdict.alike.iter().cloned()).collect();
    let pupils = roster::chosen(&mut cx.also::<Children, Read>()?, &named)?;
    let (listed, _) = write::of_year(cx, &ward, &school, year)?;
    let places = write::neighborhoods_in_use(cx, &ward)?;
    Ok(Opened { ward, school, year, list, pupils, listed, places })
}

impl Opened {
    fn state(&self, one: &Compared) -> ListRowState {
        if one.row.is_wrong() {
            return ListRowState::Wrong;
        }
        if one.verdict.same_as.is_some() {
            return ListRowState::Twice;
        }
        match one.verdict.sure() {
            Some(child) => self.state_of(child),
            None if one.verdict.alike.is_empty() => ListRowState::Unknown,
            None => ListRowState::Unsure,
        }
    }

    fn state_of(&self, child: &Id) -> ListRowState {
        if self.listed.contains(child) {
            return ListRowState::Listed;
        }
        let fits = self.pupils.get(child).is_some_and(|pupil| {
            self.is_pupil(pupil) && pupil.neighborhood_id.as_ref().is_some_and(|place| self.places.contains(place))
        });
        if fits { ListRowState::Found } else { ListRowState::Misfit }
    }

    fn is_pupil(&self, pupil: &Pupil) -> bool {
        pupil.status == ChildStatus::Active && pupil.school_id.as_ref() == Some(&self.school)
    }
}

/// What would become of each row.
///
/// # Errors
/// 422 with the fields.
pub fn preview(
    cx: &mut Cx<'_, Summer, Create>,
    asked: &Asked,
    read: ListRead,
    lang: Lang,
) -> Result<HandoverListPreview> {
    let opened = open(cx, asked, read, lang)?;
    let of_rows = opened.list.rows.iter().filter_map(|one| one.row.content.neighborhood_id.as_ref());
    let of_pupils = opened.pupils.values().filter_map(|pupil| pupil.neighborhood_id.as_ref());
    let units = units::references(cx, of_rows.chain(of_pupils))?;
    let mut counts = HandoverListCounts::default();
    let mut rows = Vec::with_capacity(opened.list.rows.len());
    for one in &opened.list.rows {
        let state = opened.state(one);
        *counts.of(state) += 1;
        rows.push(shape(&opened, one, state, &units));
    }
    audit::record(cx, "preview_list", &opened.school, Changes::none().field("rows", (), rows.len()))?;
    let List { sheets, mapping, legacy, .. } = opened.list;
    Ok(HandoverListPreview { year: opened.year, sheets, mapping, legacy, counts, rows })
}

impl HandoverListCounts {
    fn of(&mut self, state: ListRowState) -> &mut i64 {
        match state {
            ListRowState::Found => &mut self.found,
            ListRowState::Listed => &mut self.listed,
            ListRowState::Misfit => &mut self.misfit,
            ListRowState::Unsure => &mut self.unsure,
            ListRowState::Unknown => &mut self.unknown,
            ListRowState::Twice => &mut self.twice,
            ListRowState::Wrong => &mut self.wrong,
        }
    }
}

fn shape(opened: &Opened, one: &Compared, state: ListRowState, units: &HashMap<Id, UnitRef>) -> HandoverListRow {
    let unit = |id: &Option<Id>| id.as_ref().and_then(|id| units.get(id)).cloned();
    let pupil = |pupil: &Pupil| HandoverListPupil {
        child_id: pupil.id.clone(),
        full_name: pupil.full_name.clone(),
        date_of_birth: pupil.date_of_birth,
        birth_year_only: pupil.birth_year_only,
        grade: pupil.grade.clone(),
        neighborhood: unit(&pupil.neighborhood_id),
        guardian: pupil.guardian().map(|one| one.full_name.clone()),
    };
    let alike: Vec<&Id> = match (state, one.verdict.sure()) {
        (ListRowState::Unsure, _) => one.verdict.alike.iter().collect(),
        (_, sure) => sure.into_iter().collect(),
    };
    let content = &one.row.content;
    HandoverListRow {
        sheet: one.row.sheet.clone(),
        row: one.row.row,
        state,
        full_name: content.full_name.clone(),
        date_of_birth: content.date_of_birth,
        birth_year_only: content.birth_year_only,
        grade: content.grade.clone(),
        neighborhood: unit(&content.neighborhood_id),
        guardian: content.guardians.first().map(|one| one.full_name.clone()),
        alike: alike.into_iter().filter_map(|id| opened.pupils.get(id)).map(pupil).collect(),
        same_as_row: one.verdict.same_as,
        errors: one.row.errors.clone(),
    }
}

/// Makes the lists: everybody who is there, those whom somebody named, and those who are added now. All of it, or
/// nothing.
///
/// # Errors
/// 409 where the registry has changed since somebody looked, 422 with the fields.
pub fn take(cx: &mut Cx<'_, Summer, Create>, asked: &Asked, read: ListRead, lang: Lang) -> Result<HandoverListTaken> {
    let opened = open(cx, asked, read, lang)?;
    let decisions: HashMap<(&str, u32), &HandoverListChoice> =
        asked.decisions.iter().map(|one| ((one.sheet.as_str(), one.row), one)).collect();
    let (mut there, mut added): (Vec<Id>, Vec<&Compared>) = (Vec::new(), Vec::new());
    let mut checks = Checks::new();
    for one in &opened.list.rows {
        let decided = decisions.get(&(one.row.sheet.as_str(), one.row.row)).copied();
        let take = decided.map_or(ListRowTake::Leave, |decided| decided.take);
        match (opened.state(one), take, decided) {
            (ListRowState::Found, ..) => there.extend(one.verdict.sure().cloned()),
            (ListRowState::Unknown, ListRowTake::Add, _) => added.push(one),
            (ListRowState::Unsure, ListRowTake::Add, Some(decided)) => {
                if !one.verdict.alike.iter().all(|id| decided.not_duplicate_of.contains(id)) {
                    return Err(Error::conflict(LOOK_AGAIN).with("row", one.row.row));
                }
                added.push(one);
            }
            (ListRowState::Unsure, ListRowTake::Same, Some(decided)) => match &decided.child_id {
                Some(child) if !one.verdict.alike.contains(child) => checks.fail("decisions", NOT_IN_SCOPE),
                Some(child) if opened.state_of(child) == ListRowState::Misfit => {
                    checks.fail("decisions", NOT_OF_SCHOOL);
                }
                Some(child) => there.push(child.clone()),
                None => checks.fail("decisions", DECISIONS_BAD),
            },
            _ => {}
        }
    }
    checks.finish()?;
    let made = lists::enter(&mut cx.also::<Children, Create>()?, &opened.ward, &added)?;
    lists::remember(&mut cx.also::<Children, Create>()?, &opened.ward, &opened.list)?;
    let children: Vec<&Id> = there.iter().chain(&made).collect();
    let pupils: Vec<Pupil> = roster::named(cx, children)?.into_values().collect();
    let told = Changes::none().field("rows", (), opened.list.rows.len()).field("made", (), made.len());
    audit::record(cx, "take_list", &opened.school, told)?;
    let answer = write::put_on_lists(cx, (&opened.ward, &opened.school, opened.year), pupils, None)?;
    taken(&opened, answer, made.len())
}

fn taken(opened: &Opened, made: HandoversMade, children_made: usize) -> Result<HandoverListTaken> {
    let number = |count: usize| i64::try_from(count).map_err(Error::internal);
    let is_open = |one: &&Compared| opened.state(one) != ListRowState::Listed;
    let rows = number(opened.list.rows.iter().filter(is_open).count())?;
    Ok(HandoverListTaken { left_out: rows - made.children_added, children_made: number(children_made)?, made })
}
