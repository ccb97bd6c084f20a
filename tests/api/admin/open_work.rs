//! What becomes of the open work of a unit that merges, or should close.

use super::{behind_the_scenes, unit, user};
use bup::db::schema::{obstacles, reminders, task_parts, tasks};
use bup::db::types::{Id, Instant};
use bup_tests::{App, Value, each, json};
use diesel::prelude::*;

fn id(row: &Value) -> Id {
    Id::parse(row["id"].as_str().unwrap()).unwrap()
}

/// A task led by the first of these units, in which all take part; the progress of a part is its place.
fn task(app: &App, ward: &Id, status: &str, units: &[&Id]) -> Id {
    behind_the_scenes(app, |cx| {
        let task = Id::new(cx.now);
        diesel::insert_into(tasks::table)
            .values((
                (
                    tasks::id.eq(&task),
                    tasks::ward_id.eq(ward),
                    tasks::title.eq("Treo băng-rôn"),
                    tasks::search_key.eq(""),
                ),
                (tasks::description.eq(""), tasks::source.eq(""), tasks::lead_unit_id.eq(units[0])),
                (tasks::each_unit.eq(false), tasks::due_on.eq(cx.today()), tasks::priority.eq(2)),
                (tasks::status.eq(status), tasks::status_reason.eq(""), tasks::progress.eq(0)),
                (tasks::evidence_required.eq(0), tasks::is_published.eq(true)),
                (tasks::created_at.eq(cx.now), tasks::updated_at.eq(cx.now), tasks::version.eq(1)),
            ))
            .execute(cx.conn)?;
        for (unit, progress) in units.iter().zip(0..) {
            diesel::insert_into(task_parts::table)
                .values((
                    task_parts::task_id.eq(&task),
                    task_parts::unit_id.eq(*unit),
                    task_parts::is_lead.eq(*unit == units[0]),
                    task_parts::status.eq(status),
                    task_parts::progress.eq(progress),
                ))
                .execute(cx.conn)?;
        }
        Ok(task)
    })
}

fn obstacle(app: &App, ward: &Id, unit: &Id, by: &Id, status: &str) -> Id {
    behind_the_scenes(app, |cx| {
        let obstacle = Id::new(cx.now);
        diesel::insert_into(obstacles::table)
            .values((
                (obstacles::id.eq(&obstacle), obstacles::ward_id.eq(ward), obstacles::unit_id.eq(unit)),
                (obstacles::raised_by_id.eq(by), obstacles::title.eq("Thiếu loa"), obstacles::search_key.eq("")),
                (obstacles::description.eq(""), obstacles::status.eq(status), obstacles::escalation_note.eq("")),
                (obstacles::answer.eq(""), obstacles::answer_due_on.eq(cx.today()), obstacles::version.eq(1)),
                (obstacles::created_at.eq(cx.now), obstacles::updated_at.eq(cx.now)),
            ))
            .execute(cx.conn)?;
        Ok(obstacle)
    })
}

fn reminder(app: &App, ward: &Id, task: &Id, unit: &Id, answered: bool) {
    behind_the_scenes(app, |cx| {
        let answered_at: Option<Instant> = answered.then_some(cx.now);
        diesel::insert_into(reminders::table)
            .values((
                (reminders::id.eq(Id::new(cx.now)), reminders::ward_id.eq(ward), reminders::task_id.eq(task)),
                (reminders::unit_id.eq(unit), reminders::kind.eq("manual"), reminders::due_on.eq(cx.today())),
                (reminders::sent_at.eq(cx.now), reminders::message.eq(""), reminders::answered_at.eq(answered_at)),
            ))
            .execute(cx.conn)?;
        Ok(())
    });
}

type State = (Id, i32, Vec<(Id, bool, i32)>);

/// Lead unit, version, and the parts with who leads and how far they are.
fn state(app: &App, task: &Id) -> State {
    behind_the_scenes(app, |cx| {
        let (lead, version) = tasks::table.find(task).select((tasks::lead_unit_id, tasks::version)).first(cx.conn)?;
        let parts = task_parts::table.filter(task_parts::task_id.eq(task)).order(task_parts::unit_id);
        Ok((
            lead,
            version,
            parts.select((task_parts::unit_id, task_parts::is_lead, task_parts::progress)).load(cx.conn)?,
        ))
    })
}

#[test]
fn open_work_goes_over_and_finished_work_stays() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let (one, two, doan) = (unit(&admin, "khu-pho-1"), unit(&admin, "khu-pho-2"), unit(&admin, "doan-phuong"));
        let ward = Id::parse(one["ward_id"].as_str().unwrap()).unwrap();
        let (by, one, two, doan) = (id(&user(&admin, "khupho2")), id(&one), id(&two), id(&doan));
        let led = task(app, &ward, "in_progress", &[&two]);
        let joined = task(app, &ward, "assigned", &[&doan, &two]);
        let both = task(app, &ward, "submitted", &[&two, &one]);
        let both_joined = task(app, &ward, "returned", &[&doan, &one, &two]);
        let done = task(app, &ward, "accepted", &[&two, &one]);
        let not_theirs = task(app, &ward, "assigned", &[&doan]);
        let (waiting, closed) =
            (obstacle(app, &ward, &two, &by, "answered"), obstacle(app, &ward, &two, &by, "closed"));
        reminder(app, &ward, &led, &two, false);
        reminder(app, &ward, &led, &two, true);

        let close =
            admin.post(&format!("/units/{two}/close"), json!({"note": "Giải thể"})).refused(409, "unit_still_busy");
        let detail = close["detail"].as_str().unwrap();
        assert!(detail.contains("1 tài khoản") && detail.contains("4 nhiệm vụ và 1 vướng mắc"), "{detail}");

        let merge = json!({"into_unit_id": one, "effective_on": "2024-06-03", "note": "Nghị quyết 15"});
        admin.post(&format!("/units/{two}/merge"), merge).ok();
        let part = |unit: &Id, is_lead, progress| (unit.clone(), is_lead, progress);
        assert_eq!(state(app, &led), (one.clone(), 2, vec![part(&one, true, 0)]));
        assert_eq!(state(app, &joined), (doan.clone(), 2, vec![part(&doan, true, 0), part(&one, false, 1)]));
        assert_eq!(state(app, &both), (one.clone(), 2, vec![part(&one, true, 0)]), "the lead's part stays");
        assert_eq!(state(app, &both_joined), (doan.clone(), 2, vec![part(&doan, true, 0), part(&one, false, 1)]));
        assert_eq!(state(app, &done), (two.clone(), 1, vec![part(&one, false, 1), part(&two, true, 0)]));
        assert_eq!(state(app, &not_theirs), (doan.clone(), 1, vec![part(&doan, true, 0)]));
        let unit_of = |obstacle: &Id| -> Id {
            behind_the_scenes(app, |cx| {
                Ok(obstacles::table.find(obstacle).select(obstacles::unit_id).first(cx.conn)?)
            })
        };
        assert_eq!((unit_of(&waiting), unit_of(&closed)), (one.clone(), two.clone()));
        let asked: Vec<(Id, Option<Instant>)> = behind_the_scenes(app, |cx| {
            let all = reminders::table.order(reminders::id);
            Ok(all.select((reminders::unit_id, reminders::answered_at)).load(cx.conn)?)
        });
        assert_eq!(asked.iter().map(|row| &row.0).collect::<Vec<_>>(), [&one, &two]);

        let log = admin.get(&format!("/audit?row_id={two}&action=accounts.merge")).ok();
        let changes = &log["items"][0]["changes"];
        assert_eq!(
            (&changes["users"], &changes["open_tasks"], &changes["open_obstacles"]),
            (&json!([1, 0]), &json!([4, 0]), &json!([1, 0]))
        );
        assert_eq!(changes["status"], json!(["active", "merged"]));
    });
}
