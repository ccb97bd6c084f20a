//! No child left out: of each programme who is entitled, whom it reached, whom it did not, by neighborhood.

use std::collections::BTreeMap;

use chrono::Datelike;
use diesel::dsl::case_when;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::model::ChildQuery;
use super::query::{bound, entitled, filtered, was_reached};
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Cx, Read};
use crate::db::schema::children;
use crate::db::types::Id;
use crate::db::{Conn, MultiBackend};
use crate::error::Result;
use crate::features::units::{self, model::UnitRef};
use crate::text_enum;

text_enum! {
    /// What children are entitled to.
    pub enum Programme {
        /// Children in special circumstances, at risk or of poor households: a gift, money or a scholarship in the year.
        Gift = "gift",
        /// Children in special circumstances: a visit in the year.
        Visit = "visit",
        /// Children under six: a health-insurance card that is valid.
        InsuranceCard = "insurance_card",
        /// Children of six and more: they can swim, or learn it in the year.
        SwimmingClass = "swimming_class",
        /// Pupils from six to fourteen: handed over by a school and received for the summer of the year.
        Summer = "summer",
    }
}

impl Programme {
    /// The member of a child without which its reader cannot know who is entitled or reached.
    pub fn member(self) -> &'static str {
        match self {
            Self::Gift | Self::Visit => "circumstances",
            Self::InsuranceCard => "health_insurance_no",
            // The age is needed too.
            Self::SwimmingClass | Self::Summer => "poverty",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Gift => "Thăm hỏi, tặng quà, học bổng",
            Self::Visit => "Thăm trẻ em có hoàn cảnh đặc biệt",
            Self::InsuranceCard => "Thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi",
            Self::SwimmingClass => "Biết bơi, học bơi (từ 6 tuổi)",
            Self::Summer => "Bàn giao, tiếp nhận về sinh hoạt hè (6–14 tuổi)",
        }
    }
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CoverageQuery {
    /// This year when left out.
    pub year: Option<i32>,
}

#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub struct CoverageCount {
    pub entitled: i64,
    pub reached: i64,
    pub not_reached: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NeighborhoodCoverage {
    /// None for pupils who live outside of the ward's neighborhoods.
    pub neighborhood: Option<UnitRef>,
    #[serde(flatten)]
    pub count: CoverageCount,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProgrammeCoverage {
    pub programme: Programme,
    pub label: String,
    #[serde(flatten)]
    pub count: CoverageCount,
    pub by_neighborhood: Vec<NeighborhoodCoverage>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Coverage {
    pub year: i32,
    /// Those that the reader's view can know of.
    pub programmes: Vec<ProgrammeCoverage>,
}

/// The coverage of the children within the scope.
///
/// # Errors
/// 400 for a year that is none.
pub fn of(cx: &mut Cx<'_, Children, Read>, query: &CoverageQuery) -> Result<Coverage> {
    let view = View::of(cx.actor());
    let year = query.year.unwrap_or(cx.today().year());
    let known = |programme: &&Programme| view.shows(programme.member());
    let rows = tally(cx, view, year)?;
    let counts = |(place, programme): (usize, &Programme)| {
        let of_place =
            rows.iter().map(|row| (row.neighborhood.clone(), row.counts.get(place).copied().unwrap_or_default()));
        (*programme, of_place.filter(|(_, count)| count.entitled > 0).collect())
    };
    let shown = Programme::ALL.iter().enumerate().filter(|(_, programme)| known(programme));
    let counted: Vec<(Programme, BTreeMap<Option<Id>, CoverageCount>)> = shown.map(counts).collect();
    let units = units::references(cx, counted.iter().flat_map(|(_, by_unit)| by_unit.keys().flatten()))?;
    let programmes = counted.into_iter().map(|(programme, by_unit)| {
        let sum = |one: fn(&CoverageCount) -> i64| by_unit.values().map(one).sum();
        let count = CoverageCount {
            entitled: sum(|count| count.entitled),
            reached: sum(|count| count.reached),
            not_reached: sum(|count| count.not_reached),
        };
        let mut by_neighborhood: Vec<NeighborhoodCoverage> = by_unit
            .into_iter()
            .map(|(unit, count)| NeighborhoodCoverage {
                neighborhood: unit.and_then(|id| units.get(&id).cloned()),
                count,
            })
            .collect();
        by_neighborhood.sort_by_cached_key(|one| {
            let name = one.neighborhood.as_ref().map(|unit| units::natural_key(&unit.name));
            (name.is_none(), name)
        });
        ProgrammeCoverage { programme, label: programme.label().to_owned(), count, by_neighborhood }
    });
    Ok(Coverage { year, programmes: programmes.collect() })
}

/// A programme in the whole of what the reader sees.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProgrammeReach {
    pub programme: Programme,
    pub label: String,
    #[serde(flatten)]
    pub count: CoverageCount,
}

/// The children within the scope, and what reached them in a year.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChildrenReach {
    pub year: i32,
    pub children: i64,
    pub programmes: Vec<ProgrammeReach>,
}

/// The coverage without its neighborhoods, in one statement: the same conditions as [`of`] and as the lists behind it.
///
/// # Errors
/// 400 for a year that is none.
pub fn reach(cx: &mut Cx<'_, Children, Read>, year: i32) -> Result<ChildrenReach> {
    let view = View::of(cx.actor());
    let rows = tally(cx, view, year)?;
    let sum = |place: usize, one: fn(&CoverageCount) -> i64| -> i64 {
        rows.iter().filter_map(|row| row.counts.get(place)).map(one).sum()
    };
    let programmes = Programme::ALL.iter().enumerate().filter(|(_, programme)| view.shows(programme.member()));
    let programmes = programmes.map(|(place, programme)| ProgrammeReach {
        programme: *programme,
        label: programme.label().to_owned(),
        count: CoverageCount {
            entitled: sum(place, |count| count.entitled),
            reached: sum(place, |count| count.reached),
            not_reached: sum(place, |count| count.not_reached),
        },
    });
    Ok(ChildrenReach { year, programmes: programmes.collect(), children: rows.iter().map(|row| row.children).sum() })
}

/// Children of one place: how many, and of each programme who is entitled, and who of them was reached.
struct Place {
    neighborhood: Option<Id>,
    children: i64,
    counts: Vec<CoverageCount>,
}

/// One child entitled to a programme weighs so much in its sum, and one more where the programme reached it: both
/// numbers come of one sum, and each condition is asked once for each child.
const EACH: i32 = 1_000_000_000;

/// The conditions of the lists behind the numbers, asked of all children in one pass and added up by neighborhood.
fn tally(cx: &mut Cx<'_, Children, Read>, view: View, year: i32) -> Result<Vec<Place>> {
    let (today, ward) = (cx.today(), bound(cx));
    let weight = |number: i32| number.into_sql::<Integer>();
    let share = |programme| -> Result<_> {
        let reached =
            case_when(was_reached(ward.as_ref(), programme, year, today)?, weight(EACH + 1)).otherwise(weight(EACH));
        Ok(case_when(entitled(ward.as_ref(), view, programme, today), reached).otherwise(weight(0)))
    };
    use Programme::{Gift, InsuranceCard, Summer, SwimmingClass, Visit};
    let rows = filtered(cx, view, &ChildQuery::default(), "name")?.select((
        children::neighborhood_id,
        share(Gift)?,
        share(Visit)?,
        share(InsuranceCard)?,
        share(SwimmingClass)?,
        share(Summer)?,
    ));
    type Row = (Option<Id>, i64, i64, i64, i64, i64, i64);
    let found: Vec<Row> = Tally(rows).load(cx.conn())?;
    let count = |sum: i64| {
        let (entitled, reached) = (sum / i64::from(EACH), sum % i64::from(EACH));
        CoverageCount { entitled, reached, not_reached: entitled - reached }
    };
    let place = |(neighborhood, children, gift, visit, card, swims, summer): Row| Place {
        neighborhood,
        children,
        counts: [gift, visit, card, swims, summer].map(count).to_vec(),
    };
    Ok(found.into_iter().map(place).collect())
}

/// Adds up numbers by the first column: rows of the query never leave the database.
#[derive(QueryId)]
struct Tally<Q>(Q);

/// As many sums as there are programmes, in the order of [`Programme::ALL`].
const PROGRAMMES: usize = 5;

impl<Q> Query for Tally<Q> {
    type SqlType = (Nullable<Text>, BigInt, BigInt, BigInt, BigInt, BigInt, BigInt);
}

impl<Q> RunQueryDsl<Conn> for Tally<Q> {}

impl<Q: QueryFragment<MultiBackend>> QueryFragment<MultiBackend> for Tally<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> diesel::QueryResult<()> {
        let names = |of: fn(usize) -> String| (0..PROGRAMMES).map(of).collect::<Vec<_>>().join(", ");
        out.push_sql(&format!("WITH tally(place, {}) AS (", names(|n| format!("s{n}"))));
        self.0.walk_ast(out.reborrow())?;
        let sums = names(|n| format!("SUM(s{n})"));
        out.push_sql(&format!(") SELECT place, COUNT(*), {sums} FROM tally GROUP BY place"));
        Ok(())
    }
}
