//! `/dashboard`.

use actix_web::{get, web};

use super::model::{Dashboard, Figure, FigureCode, LateUnit, SectionTally, Waiting, WaitingKind};
use crate::access::subject::{Commendations, Obstacles, Own, Plans, Recommendations, Tasks};
use crate::access::{Access, Cx, Deed, Read, Resource, Subject, matrix};
use crate::error::Result;
use crate::features::plans::{self, Frame};
use crate::features::tasks::desk::{self, Overview};
use crate::features::{commendations, inspections, obstacles};
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

/// At most twelve statements, those of the sign-in check included (`tests/api/dashboard.rs`): every part is one.
fn build(cx: &mut Cx<'_, Own, Read>) -> Result<Dashboard> {
    let today = cx.today();
    let Frame { settings, current: plan, .. } = plans::frame(&mut cx.also::<Plans, Read>()?)?;
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
        add_tasks(cx, &mut dashboard, settings.due_soon_days)?;
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

fn add_tasks(cx: &mut Cx<'_, Own, Read>, dashboard: &mut Dashboard, due_soon_days: i64) -> Result<()> {
    let today = dashboard.today;
    let mut tasks = cx.also::<Tasks, Read>()?;
    let plan = dashboard.plan.as_ref().map(|plan| plan.id.clone());
    let Overview { figures, late_by_unit, by_section } = desk::overview(&mut tasks, plan.as_ref(), due_soon_days)?;
    dashboard.my_tasks = desk::mine(&mut tasks)?;
    let review = desk::to_review(&mut tasks)?;
    let figure = |code, value, of| Figure { code, value, of };
    dashboard.figures.extend([
        figure(FigureCode::TasksDone, figures.done, Some(figures.total)),
        figure(FigureCode::TasksLate, figures.late, Some(figures.total)),
        figure(FigureCode::TasksDueSoon, figures.due_soon, None),
    ]);
    if matrix::grant(cx.actor().role, Resource::Tasks, crate::access::Action::Approve).is_some() {
        let count = i64::try_from(review.len()).unwrap_or(i64::MAX);
        dashboard.figures.push(figure(FigureCode::TasksToReview, count, None));
    }
    dashboard.waiting_for_me.extend(review.into_iter().map(|task| Waiting {
        kind: WaitingKind::TaskReview,
        late: task.due_on < today,
        since: task.updated_at,
        id: task.id,
        title: task.title,
        unit: task.lead_unit,
    }));
    dashboard.late_by_unit = late_by_unit.into_iter().map(|(unit, count)| LateUnit { unit, count }).collect();
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
    let today = dashboard.today;
    let (open, waiting) = obstacles::waiting(&mut cx.also::<Obstacles, Read>()?)?;
    dashboard.figures.push(Figure { code: FigureCode::ObstaclesOpen, value: open, of: None });
    dashboard.waiting_for_me.extend(waiting.into_iter().map(|obstacle| Waiting {
        kind: WaitingKind::Obstacle,
        late: obstacle.answer_due_on < today,
        since: obstacle.created_at,
        id: obstacle.id,
        title: obstacle.title,
        unit: obstacle.unit,
    }));
    Ok(())
}

/// What my unit is asked to put right, and what it is to look at.
fn add_recommendations(cx: &mut Cx<'_, Own, Read>, dashboard: &mut Dashboard) -> Result<()> {
    let waiting = inspections::waiting(&mut cx.also::<Recommendations, Read>()?)?;
    dashboard.waiting_for_me.extend(waiting.into_iter().map(|one| Waiting {
        kind: if one.is_asked { WaitingKind::RecommendationOpen } else { WaitingKind::RecommendationFixed },
        late: one.late,
        since: one.since,
        id: one.id,
        title: one.text,
        unit: one.unit,
    }));
    Ok(())
}

fn add_commendations(cx: &mut Cx<'_, Own, Read>, dashboard: &mut Dashboard) -> Result<()> {
    let waiting = commendations::waiting(&mut cx.also::<Commendations, Read>()?)?;
    dashboard.waiting_for_me.extend(waiting.into_iter().map(|one| Waiting {
        kind: WaitingKind::Commendation,
        late: false,
        since: one.created_at,
        id: one.id,
        title: one.name,
        unit: one.unit,
    }));
    Ok(())
}
