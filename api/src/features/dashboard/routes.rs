//! `/dashboard`.

use actix_web::{get, web};

use super::model::{Dashboard, Figure, FigureCode, LateUnit, SectionTally, Waiting, WaitingKind};
use crate::access::subject::{Commendations, Obstacles, Own, Plans, Recommendations, Tasks};
use crate::access::{Access, Cx, Deed, Read, Resource, Subject, matrix};
use crate::error::Result;
use crate::features::inspections::recommendation_model::Recommendation;
use crate::features::tasks::desk::{self, Overview};
use crate::features::{commendations, inspections, obstacles, plans, units, wards};
use crate::http::parameters::Nothing;

/// The home screen: my work today, what is late, what waits for my decision
#[utoipa::path(tag = "dashboard", security(("bearer" = ["own:read"])), responses((status = 200, body = Dashboard)))]
#[get("/dashboard")]
pub async fn read_dashboard(access: Access<Own, Read>, _: Nothing) -> Result<web::Json<Dashboard>> {
    Ok(web::Json(access.read(build).await?))
}

fn may<R: Subject>(cx: &Cx<'_, Own, Read>) -> bool {
    matrix::grant(cx.actor().role, R::RESOURCE, Read::ACTION).is_some()
}

fn build(cx: &mut Cx<'_, Own, Read>) -> Result<Dashboard> {
    let today = cx.today();
    let plan = plans::current(&mut cx.also::<Plans, Read>()?)?;
    let day_number = plan.as_ref().map(|plan| (today - plan.starts_on).num_days() + 1);
    let mut dashboard = Dashboard {
        today,
        day_number,
        figures: Vec::new(),
        my_tasks: Vec::new(),
        waiting_for_me: Vec::new(),
        late_by_unit: Vec::new(),
        by_section: Vec::new(),
        plan,
    };
    if may::<Tasks>(cx) {
        add_tasks(cx, &mut dashboard)?;
    }
    if may::<Obstacles>(cx) {
        add_obstacles(cx, &mut dashboard)?;
    }
    if may::<Recommendations>(cx) {
        add_recommendations(cx, &mut dashboard)?;
    }
    if may::<Commendations>(cx) {
        add_commendations(cx, &mut dashboard)?;
    }
    dashboard.waiting_for_me.sort_by_key(|waiting| (!waiting.late, waiting.since));
    Ok(dashboard)
}

fn add_tasks(cx: &mut Cx<'_, Own, Read>, dashboard: &mut Dashboard) -> Result<()> {
    let due_soon_days = match cx.actor().ward_id.clone() {
        Some(ward) => wards::settings(cx, &ward)?.due_soon_days,
        None => crate::setup::WardSettings::default().due_soon_days,
    };
    let mut tasks = cx.also::<Tasks, Read>()?;
    let plan = dashboard.plan.as_ref().map(|plan| plan.id.clone());
    let Overview { figures, late_by_unit, by_section } = desk::overview(&mut tasks, plan.as_ref(), due_soon_days)?;
    dashboard.my_tasks = desk::mine(&mut tasks)?;
    let review = desk::to_review(&mut tasks)?;
    let names = units::references(&mut tasks, late_by_unit.iter().map(|(unit, _)| unit))?;
    let figure = |code, value, of| Figure { code, value, of };
    dashboard.figures.extend([
        figure(FigureCode::TasksDone, figures.done, Some(figures.total)),
        figure(FigureCode::TasksLate, figures.late, Some(figures.total)),
        figure(FigureCode::TasksDueSoon, figures.due_soon, None),
    ]);
    if matrix::grant(cx.actor().role, Resource::Tasks, crate::access::Action::Approve).is_some() {
        dashboard.figures.push(figure(FigureCode::TasksToReview, review.total, None));
    }
    dashboard.waiting_for_me.extend(review.items.into_iter().map(|task| Waiting {
        kind: WaitingKind::TaskReview,
        late: task.days_left < 0,
        since: task.updated_at,
        id: task.id,
        title: task.title,
        unit: task.lead_unit,
    }));
    let late = |(unit, count): (crate::db::types::Id, i64)| Some(LateUnit { unit: names.get(&unit)?.clone(), count });
    dashboard.late_by_unit = late_by_unit.into_iter().filter_map(late).collect();
    let tally = |(path, title, tally): (String, String, desk::Tally)| SectionTally {
        path,
        title,
        done: tally.done,
        doing: tally.doing,
        late: tally.late,
        total: tally.total,
    };
    dashboard.by_section = by_section.into_iter().map(tally).collect();
    Ok(())
}

fn add_obstacles(cx: &mut Cx<'_, Own, Read>, dashboard: &mut Dashboard) -> Result<()> {
    let mut rows = cx.also::<Obstacles, Read>()?;
    let open = obstacles::count_open(&mut rows)?;
    dashboard.figures.push(Figure { code: FigureCode::ObstaclesOpen, value: open, of: None });
    dashboard.waiting_for_me.extend(obstacles::waiting_for(&mut rows)?.into_iter().map(|obstacle| Waiting {
        kind: WaitingKind::Obstacle,
        late: obstacle.answer_late,
        since: obstacle.created_at,
        id: obstacle.id,
        title: obstacle.title,
        unit: obstacle.unit,
    }));
    Ok(())
}

/// What my unit is asked to put right, and what it is to look at.
fn add_recommendations(cx: &mut Cx<'_, Own, Read>, dashboard: &mut Dashboard) -> Result<()> {
    let mut rows = cx.also::<Recommendations, Read>()?;
    let shape = |kind, late, one: Recommendation| Waiting {
        kind,
        late,
        since: one.fixed_at.unwrap_or(one.created_at),
        id: one.id,
        title: one.text,
        unit: one.unit,
    };
    let asked = inspections::asked_of_me(&mut rows)?.into_iter();
    dashboard.waiting_for_me.extend(asked.map(|one| shape(WaitingKind::RecommendationOpen, one.late, one)));
    let fixed = inspections::to_verify(&mut rows)?.into_iter();
    dashboard.waiting_for_me.extend(fixed.map(|one| shape(WaitingKind::RecommendationFixed, false, one)));
    Ok(())
}

fn add_commendations(cx: &mut Cx<'_, Own, Read>, dashboard: &mut Dashboard) -> Result<()> {
    let rows = commendations::waiting_for(&mut cx.also::<Commendations, Read>()?)?;
    // Every proposal has the unit that made it.
    let shape = |one: commendations::model::Commendation| {
        let unit = one.proposed_unit?;
        let (kind, title) = (WaitingKind::Commendation, one.name);
        Some(Waiting { kind, late: false, since: one.created_at, id: one.id, title, unit })
    };
    dashboard.waiting_for_me.extend(rows.into_iter().filter_map(shape));
    Ok(())
}
