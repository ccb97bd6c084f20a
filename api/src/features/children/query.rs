//! Which children: scopes and filters as SQL, once for lists, counts, exports and searches.

use chrono::{Datelike, NaiveDate};
use diesel::dsl::{exists, not, sql};
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable, Text};

use super::catalogue::{self, GroupKind};
use super::coverage::Programme;
use super::model::{ChildQuery, ChildStatus, Poverty, ViewName};
use super::rules;
use super::supports::SupportKind;
use super::views::View;
use crate::access::{Cx, Deed, Read, Role, Scope, subject};
use crate::crypto::Vault;
use crate::db::MultiBackend;
use crate::db::page::contains;
use crate::db::schema::{child_circumstances, child_guardians, child_supports, children};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::text;

pub type Condition = Box<dyn BoxableExpression<children::table, MultiBackend, SqlType = Nullable<Bool>>>;
pub type Filtered = children::BoxedQuery<'static, MultiBackend>;

/// Rows that were merged into another one or erased are nobody's.
fn living() -> children::BoxedQuery<'static, MultiBackend> {
    children::table
        .filter(children::merged_into_id.is_null())
        .filter(children::status.ne(ChildStatus::Erased))
        .into_boxed()
}

/// The children within a scope: the one place where scopes become SQL for this table.
fn visible(scope: &Scope, role: Role) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(children::ward_id.eq(ward.clone()).nullable()),
        Scope::Unit { ward, unit } if role == Role::School => {
            Box::new(children::ward_id.eq(ward.clone()).and(children::school_id.eq(unit.clone())))
        }
        Scope::Unit { ward, unit } => {
            Box::new(children::ward_id.eq(ward.clone()).and(children::neighborhood_id.eq(unit.clone())))
        }
        // Numbers only, through the reports.
        Scope::Below(_) | Scope::User { .. } => Box::new(children::id.eq(String::new()).nullable()),
    }
}

/// Everything that the actor may see with this right.
pub fn within<A: Deed>(cx: &Cx<'_, subject::Children, A>) -> Filtered {
    living().filter(visible(cx.scope(), cx.actor().role))
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, subject::Children, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let rows = within(cx).filter(
        children::updated_at
            .gt(since.at)
            .or(children::updated_at.eq(since.at).and(children::id.gt(since.after.clone()))),
    );
    let rows = rows.order((children::updated_at, children::id)).limit(limit);
    Ok(rows.select((children::id, children::version, children::updated_at)).load(cx.conn())?)
}

/// Whether a child is within the scope.
///
/// # Errors
/// When the database refuses.
pub fn is_visible(cx: &mut Cx<'_, subject::Children, Read>, id: &Id) -> Result<bool> {
    let rows: i64 = within(cx).filter(children::id.eq(id.clone())).count().get_result(cx.conn())?;
    Ok(rows > 0)
}

/// The children of a ward, for the service that looks for duplicates: it may know of all, and shows only what is
/// within the scope.
pub fn of_ward(ward: &Id) -> Filtered {
    living().filter(children::ward_id.eq(ward.clone()))
}

/// Who is in a group: few among many, so they are found by their group once and not asked child by child.
#[diesel::dsl::auto_type(no_type_alias)]
fn in_groups(codes: Vec<&'static str>, today: NaiveDate) -> _ {
    child_circumstances::table
        .filter(child_circumstances::code.eq_any(codes))
        .filter(child_circumstances::cancelled_at.is_null())
        .filter(child_circumstances::from_date.le(today))
        .filter(child_circumstances::to_date.is_null().or(child_circumstances::to_date.ge(today)))
        .select(child_circumstances::child_id)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn is_member(codes: Vec<&'static str>, today: NaiveDate) -> _ {
    child_circumstances::table
        .filter(child_circumstances::child_id.eq(children::id))
        .filter(child_circumstances::code.eq_any(codes))
        .filter(child_circumstances::cancelled_at.is_null())
        .filter(child_circumstances::from_date.le(today))
        .filter(child_circumstances::to_date.is_null().or(child_circumstances::to_date.ge(today)))
}

fn has_words(query: &ChildQuery) -> bool {
    query.q.as_deref().is_some_and(|words| !words.trim().is_empty())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn supported(from: NaiveDate, to: NaiveDate) -> _ {
    child_supports::table
        .filter(child_supports::child_id.eq(children::id))
        .filter(child_supports::cancelled_at.is_null())
        .filter(child_supports::on_date.between(from, to))
}

#[diesel::dsl::auto_type(no_type_alias)]
fn given(kinds: Vec<SupportKind>, from: NaiveDate, to: NaiveDate) -> _ {
    child_supports::table
        .filter(child_supports::kind.eq_any(kinds))
        .filter(child_supports::on_date.between(from, to))
        .filter(child_supports::cancelled_at.is_null())
        .select(child_supports::child_id)
}

/// The ward to which subqueries keep, on PostgreSQL. There they run over the table of a whole province, and whether their
/// answer is hashed or walked again for every child hangs on a guess of its size: half a minute for one ward beside 165
/// others (docs/performance.md). SQLite holds few wards and builds such a list once.
pub fn bound<A: Deed>(cx: &Cx<'_, subject::Children, A>) -> Option<Id> {
    let is_postgres = cx.services().config.database_url.as_deref().is_some_and(|url| url.starts_with("postgres"));
    cx.scope().ward().filter(|_| is_postgres).cloned()
}

fn is_in_groups(bound: Option<&Id>, codes: Vec<&'static str>, today: NaiveDate) -> Condition {
    let members = in_groups(codes, today);
    let Some(ward) = bound else { return Box::new(children::id.eq_any(members).nullable()) };
    let of_ward =
        sql::<Bool>("EXISTS (SELECT 1 FROM children w WHERE w.id = child_circumstances.child_id AND w.ward_id = ");
    Box::new(children::id.eq_any(members.filter(of_ward.bind::<Text, _>(ward.clone()).sql(")"))).nullable())
}

fn was_given(bound: Option<&Id>, kinds: Vec<SupportKind>, from: NaiveDate, to: NaiveDate) -> Condition {
    let supported = given(kinds, from, to);
    let Some(ward) = bound else { return Box::new(children::id.eq_any(supported).nullable()) };
    let of_ward = sql::<Bool>("EXISTS (SELECT 1 FROM children w WHERE w.id = child_supports.child_id AND w.ward_id = ");
    Box::new(children::id.eq_any(supported.filter(of_ward.bind::<Text, _>(ward.clone()).sql(")"))).nullable())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn reached_by(phone: String) -> _ {
    child_guardians::table.filter(child_guardians::child_id.eq(children::id)).filter(child_guardians::phone.eq(phone))
}

/// # Errors
/// 400 for a state that is none, 403 for a filter that the reader may not use.
pub fn filtered<A: Deed>(
    cx: &Cx<'_, subject::Children, A>,
    view: View,
    query: &ChildQuery,
    sort: &str,
) -> Result<Filtered> {
    view.check_query(query, sort)?;
    let today = cx.today();
    let mut rows = within(cx);
    rows = rows.filter(children::status.eq_any(statuses(query.status.as_deref())?));
    if let Some(unit) = &query.neighborhood_id {
        rows = rows.filter(children::neighborhood_id.eq(unit.clone()));
    }
    if let Some(unit) = &query.school_id {
        rows = rows.filter(children::school_id.eq(unit.clone()));
    }
    if let Some(grade) = &query.grade {
        rows = rows.filter(children::grade.eq(text::clean(grade)));
    }
    if let Some(sex) = query.sex {
        rows = rows.filter(children::sex.eq(sex));
    }
    if let Some(poverty) = query.poverty {
        rows = rows.filter(children::poverty.eq(poverty));
    }
    if let Some(can) = query.can_swim {
        rows = rows.filter(children::can_swim.eq(can));
    }
    rows = by_birth(rows, query, today);
    let bound = bound(cx);
    rows = by_groups(rows, view, query, today, bound.as_ref());
    if let Some(without) = query.without_insurance {
        rows = if without { rows.filter(not(insured(today))) } else { rows.filter(insured(today)) };
    }
    if let Some(year) = query.unsupported_in {
        let (first, last) = days_of(year, "unsupported_in")?;
        rows = rows.filter(not(exists(supported(first, last))));
    }
    if let Some(programme) = query.programme {
        rows = rows.filter(entitled(bound.as_ref(), view, programme, today));
        let reached = || was_reached(bound.as_ref(), programme, query.year.unwrap_or(today.year()), today);
        rows = match query.reached {
            Some(true) => rows.filter(reached()?),
            Some(false) => rows.filter(not(reached()?)),
            None => rows,
        };
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = by_words(rows, view, words, &cx.services().vault);
    }
    Ok(rows)
}

/// Written out: a join inside of `IN` under two databases takes the compiler gigabytes.
fn received_for_summer(year: i32) -> Condition {
    let text = "children.id IN (SELECT c.child_id FROM summer_handover_children c JOIN summer_handovers h \
                ON h.id = c.handover_id WHERE h.status IN ('received', 'returned') AND h.year = ";
    Box::new(sql::<Nullable<Bool>>(text).bind::<Integer, _>(year).sql(")"))
}

#[diesel::dsl::auto_type(no_type_alias)]
fn insured(today: NaiveDate) -> _ {
    children::health_insurance_no.is_not_null().and(
        children::health_insurance_valid_to
            .is_null()
            .or(children::health_insurance_valid_to.ge(today).assume_not_null()),
    )
}

fn days_of(year: i32, parameter: &str) -> Result<(NaiveDate, NaiveDate)> {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| Error::bad_parameter(parameter));
    if !(2000..=2100).contains(&year) {
        return Err(Error::bad_parameter(parameter));
    }
    Ok((day(1, 1)?, day(12, 31)?))
}

/// Who is entitled to something, as far as the reader may know it. The numbers of the coverage page and the lists behind
/// them are this and [`was_reached`].
pub fn entitled(bound: Option<&Id>, view: View, programme: Programme, today: NaiveDate) -> Condition {
    let between = |from: i32, to: i32| -> Condition {
        let (earliest, latest) = rules::born_between(Some(from), Some(to), today);
        let (earliest, latest) = (earliest.unwrap_or(floor()), latest.unwrap_or(today));
        Box::new(children::date_of_birth.between(earliest, latest).nullable())
    };
    let codes = |kind: Option<GroupKind>| -> Vec<&'static str> {
        let of_kind =
            |code: &&str| catalogue::group(code).is_some_and(|group| kind.is_none_or(|kind| group.kind == kind));
        view.codes().into_iter().filter(of_kind).collect()
    };
    match programme {
        Programme::Gift => {
            let in_need = is_in_groups(bound, codes(None), today);
            Box::new(children::poverty.ne(Poverty::None).nullable().or(in_need))
        }
        Programme::Visit => is_in_groups(bound, codes(Some(GroupKind::Circumstance)), today),
        // Health insurance without contribution for children under six (Law on Health Insurance, art. 12.3).
        Programme::InsuranceCard => between(0, 5),
        Programme::Summer => between(6, 14),
        Programme::SwimmingClass => between(6, 15),
    }
}

/// Whom a programme reached in a year.
///
/// # Errors
/// 400 for a year that is none.
pub fn was_reached(bound: Option<&Id>, programme: Programme, year: i32, today: NaiveDate) -> Result<Condition> {
    use SupportKind::{Cash, Gift, Scholarship, SwimmingClass, Visit};
    let (first, last) = days_of(year, "year")?;
    let given = |kinds| was_given(bound, kinds, first, last);
    Ok(match programme {
        Programme::Gift => given(vec![Gift, Cash, Scholarship]),
        Programme::Visit => given(vec![Visit]),
        Programme::InsuranceCard => Box::new(insured(today).nullable()),
        Programme::Summer => received_for_summer(year),
        Programme::SwimmingClass => {
            let swims = children::can_swim.is_not_null().and(children::can_swim.assume_not_null());
            Box::new(swims.nullable().or(given(vec![SwimmingClass])))
        }
    })
}

fn by_birth(mut rows: Filtered, query: &ChildQuery, today: NaiveDate) -> Filtered {
    let (earliest, latest) = rules::born_between(query.age_from, query.age_to, today);
    let year = |year: i32, month, day| NaiveDate::from_ymd_opt(year.clamp(1900, 2200), month, day);
    let from_year = query.birth_year_from.and_then(|first| year(first, 1, 1));
    let to_year = query.birth_year_to.and_then(|last| year(last, 12, 31));
    for earliest in [earliest, from_year].into_iter().flatten() {
        rows = rows.filter(children::date_of_birth.ge(earliest.max(floor())));
    }
    for latest in [latest, to_year].into_iter().flatten() {
        rows = rows.filter(children::date_of_birth.le(latest));
    }
    rows
}

/// PostgreSQL knows no days before 4713 BC.
fn floor() -> NaiveDate {
    NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(NaiveDate::MIN)
}

/// Groups that the reader does not know count for nothing, in either direction.
fn by_groups(mut rows: Filtered, view: View, query: &ChildQuery, today: NaiveDate, bound: Option<&Id>) -> Filtered {
    for code in [&query.circumstance, &query.risk].into_iter().flatten() {
        let codes = catalogue::group(code).map(|group| vec![group.code.as_str()]).unwrap_or_default();
        // Beside words the words are read first and few are left to be asked: one by one costs half as much then, and
        // other wards' members are not looked at.
        rows = if has_words(query) {
            rows.filter(exists(is_member(codes, today)))
        } else {
            rows.filter(is_in_groups(bound, codes, today))
        };
    }
    let known = |kind: GroupKind| -> Vec<&'static str> {
        let of_kind = |code: &&str| catalogue::group(code).is_some_and(|group| group.kind == kind);
        view.codes().into_iter().filter(of_kind).collect()
    };
    for (wanted, kind) in [(query.has_circumstance, GroupKind::Circumstance), (query.has_risk, GroupKind::Risk)] {
        let Some(wanted) = wanted else { continue };
        let is_member = is_in_groups(bound, known(kind), today);
        rows = if wanted { rows.filter(is_member) } else { rows.filter(not(is_member)) };
    }
    rows
}

/// A name; or, exactly, a code, a guardian's telephone number, or twelve digits where the reader sees them whole.
fn by_words(rows: Filtered, view: View, words: &str, vault: &Vault) -> Filtered {
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let is_number = words.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+'));
    if is_number && digits.len() == 12 && view.name == ViewName::Full && !view.masks_ids {
        return rows.filter(children::personal_id_index.eq(vault.index(super::content::PERSONAL_ID, &digits)));
    }
    if is_number && (10..=11).contains(&digits.len()) {
        return rows.filter(exists(reached_by(digits)));
    }
    let is_code = words.trim().to_uppercase();
    if is_code.starts_with("TE-") {
        return rows.filter(children::code.eq(is_code));
    }
    rows.filter(children::search_key.like(contains(words)).escape('\\'))
}

fn statuses(words: Option<&str>) -> Result<Vec<ChildStatus>> {
    let Some(words) = words else { return Ok(vec![ChildStatus::Active]) };
    let parse = |word: &str| {
        ChildStatus::parse(word.trim())
            .filter(|status| *status != ChildStatus::Erased)
            .ok_or_else(|| Error::bad_parameter("status"))
    };
    words.split(',').map(parse).collect()
}

/// For a contact, whose day of birth is hidden: the year alone.
pub fn birth_year(date_of_birth: NaiveDate) -> i32 {
    date_of_birth.year()
}
