//! No child left out: of each programme who is entitled, whom it reached, whom it did not, by neighborhood.

use std::collections::BTreeMap;

use chrono::Datelike;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::model::ChildQuery;
use super::query::filtered;
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Cx, Read};
use crate::db::schema::children;
use crate::db::types::Id;
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
    let known = Programme::ALL.iter().copied().filter(|programme| view.shows(programme.member()));
    let mut counted: Vec<(Programme, BTreeMap<Option<Id>, CoverageCount>)> = Vec::new();
    for programme in known {
        let mut by_unit: BTreeMap<Option<Id>, CoverageCount> = BTreeMap::new();
        for reached in [true, false] {
            for unit in places(cx, view, programme, reached, year)? {
                let count = by_unit.entry(unit).or_default();
                count.entitled += 1;
                *(if reached { &mut count.reached } else { &mut count.not_reached }) += 1;
            }
        }
        counted.push((programme, by_unit));
    }
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

/// Where those live whom a programme reached, or did not: the query of the list, asked for one column.
fn places(
    cx: &mut Cx<'_, Children, Read>,
    view: View,
    programme: Programme,
    reached: bool,
    year: i32,
) -> Result<Vec<Option<Id>>> {
    let query =
        ChildQuery { programme: Some(programme), reached: Some(reached), year: Some(year), ..ChildQuery::default() };
    let rows = filtered(cx, view, &query, "name")?;
    Ok(rows.select(children::neighborhood_id).load(cx.conn())?)
}
