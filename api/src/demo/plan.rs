//! The ward's real plan of 2024, read from the signed document as an officer would upload it, and how far the units
//! have come with it.

use anyhow::{Context, Result};
use bup_documents::plan as reader;

use super::told;
use crate::access::Gate;
use crate::access::subject::{Obstacles, Plans, Tasks};
use crate::access::{Approve, Create, Cx, Publish, Read, Update};
use crate::db::page::PageRequest;
use crate::db::types::Id;
use crate::error;
use crate::features::obstacles::model::{EscalationLevel, NewObstacle, ObstacleAnswer, ObstacleEscalation};
use crate::features::tasks::model::{Task, TaskAcceptance, TaskQuery, TaskReturn, TaskStart, TaskSubmission};
use crate::features::tasks::updates::NewTaskUpdate;
use crate::features::tasks::{actions, list, reminders, updates};
use crate::features::{obstacles, plans};
use crate::http::IfMatch;

const DOCUMENT: &[u8] = include_bytes!("ke-hoach-2024.docx");
const YEAR: i32 = 2024;

/// The plan, published; some tasks done, some on their way, some forgotten.
pub fn fill(gate: &Gate) -> Result<()> {
    let read = reader::read(DOCUMENT, "ke-hoach-2024.docx", YEAR).context("the demo's own plan")?;
    let plan = told(gate.demo("chinhsach", |cx: &mut Cx<'_, Plans, Create>| {
        let preview = plans::find_units(cx, read)?;
        plans::create(cx, &preview)
    }))?;
    told(gate.demo("lanhdao", |cx: &mut Cx<'_, Plans, Publish>| plans::publish(cx, &plan, IfMatch::none())))?;
    let tasks = told(gate.demo("chinhsach", |cx: &mut Cx<'_, Tasks, Update>| of_plan(cx, &plan)))?;
    for (section, at, act) in PROGRESS {
        let task = tasks.iter().filter(|task| task.section_path.as_deref() == Some(section)).nth(*at);
        let task = task.with_context(|| format!("the demo's plan has no task {at} in {section}"))?;
        told(act(gate, &task.id))?;
    }
    told(raise_obstacles(gate, &tasks))
}

fn of_plan(cx: &mut Cx<'_, Tasks, Update>, plan: &Id) -> error::Result<Vec<Task>> {
    let query = TaskQuery { plan_id: Some(plan.clone()), ..TaskQuery::default() };
    let mut tasks = list(&mut cx.also::<Tasks, Read>()?, &query, &PageRequest::all("due_on"))?.items;
    // As they stand in the document.
    tasks.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(tasks)
}

type Act = fn(&Gate, &Id) -> error::Result<()>;

/// Which task of which section, and what became of it.
const PROGRESS: &[(&str, usize, Act)] = &[
    ("V.1", 1, |gate, task| hand_in(gate, "chinhsach", task, "Đã treo 12 băng-rôn trên 4 trục đường chính.")),
    ("V.1", 2, |gate, task| {
        report(gate, "chinhsach", task, 60, "Đã làm việc với ba trường, thống nhất ngày bàn giao.")
    }),
    ("V.1", 3, |gate, task| report(gate, "chinhsach", task, 40, "Rà soát xong 7/11 khu phố.")),
    ("V.2", 0, |gate, task| {
        hand_in(gate, "doan", task, "11/11 chi đoàn đã nhận bàn giao học sinh.")?;
        accept(gate, task)
    }),
    ("V.2", 1, |gate, task| report(gate, "doan", task, 55, "Đã mở 3 sân chơi tại nhà văn hóa khu phố 2, 5, 8.")),
    ("V.3", 0, |gate, task| {
        hand_in(gate, "congan", task, "Đã ban hành phương án.")?;
        accept(gate, task)
    }),
    ("V.3", 2, |gate, task| {
        hand_in(gate, "congan", task, "Đã tuyên truyền tại 6 khu phố.")?;
        give_back(gate, task, "Còn 5 khu phố chưa tuyên truyền; đề nghị bổ sung rồi trình lại.")
    }),
    ("V.4", 0, |gate, task| hand_in(gate, "vanhoa", task, "Phát thanh 2 lượt mỗi ngày từ 01/6.")),
    ("V.5", 0, |gate, task| report(gate, "mttq", task, 30, "Đã triển khai tới các đoàn thể.")),
    ("V.6", 0, |gate, task| {
        for number in 1..=8 {
            hand_in(gate, &format!("khupho{number}"), task, "Đã phát trên loa khu phố, ngày hai lượt.")?;
        }
        report(gate, "khupho9", task, 50, "Loa cụm 2 hỏng, đang sửa.")?;
        remind(gate, task, "Đề nghị các khu phố chưa báo cáo cập nhật trước 17 giờ.")
    }),
    ("V.6", 1, |gate, task| report(gate, "khupho3", task, 70, "Đã họp khu phố và phân công.")),
];

fn report(gate: &Gate, username: &str, task: &Id, progress: i32, note: &str) -> error::Result<()> {
    let input = NewTaskUpdate {
        kind: None,
        progress: Some(progress),
        actual: None,
        note: note.to_owned(),
        attachment_ids: Vec::new(),
        unit_id: None,
    };
    gate.demo(username, |cx: &mut Cx<'_, Tasks, Update>| updates::report(cx, task, &input)).map(drop)
}

fn hand_in(gate: &Gate, username: &str, task: &Id, note: &str) -> error::Result<()> {
    let start = TaskStart { unit_id: None };
    let submission = TaskSubmission {
        note: Some(note.to_owned()),
        progress: None,
        actual: None,
        attachment_ids: Vec::new(),
        unit_id: None,
    };
    gate.demo(username, |cx: &mut Cx<'_, Tasks, Update>| {
        actions::start(cx, task, IfMatch::none(), &start)?;
        actions::submit(cx, task, IfMatch::none(), &submission)
    })
}

fn accept(gate: &Gate, task: &Id) -> error::Result<()> {
    let acceptance = TaskAcceptance { note: None, unit_id: None };
    gate.demo("chinhsach", |cx: &mut Cx<'_, Tasks, Approve>| actions::accept(cx, task, IfMatch::none(), &acceptance))
}

fn give_back(gate: &Gate, task: &Id, reason: &str) -> error::Result<()> {
    let back = TaskReturn { reason: reason.to_owned(), unit_id: None };
    gate.demo("chinhsach", |cx: &mut Cx<'_, Tasks, Approve>| actions::give_back(cx, task, IfMatch::none(), &back))
}

fn remind(gate: &Gate, task: &Id, message: &str) -> error::Result<()> {
    let reminder = reminders::NewReminder { message: Some(message.to_owned()), unit_ids: None };
    gate.demo("chinhsach", |cx: &mut Cx<'_, Tasks, Approve>| reminders::remind(cx, task, IfMatch::none(), &reminder))
}

fn raise_obstacles(gate: &Gate, tasks: &[Task]) -> error::Result<()> {
    let broadcast = tasks.iter().find(|task| task.each_unit).map(|task| task.id.clone());
    raise(
        gate,
        "khupho9",
        broadcast,
        "Loa truyền thanh cụm 2 hỏng",
        "Khu phố chưa có kinh phí sửa, đề nghị phường hỗ trợ.",
    )?;
    let pool =
        raise(gate, "doan", None, "Chưa có bể bơi để mở lớp dạy bơi", "Cần 01 bể bơi lắp ghép cho khoảng 60 trẻ.")?;
    let answered = raise(gate, "khupho4", None, "Thiếu đề cương tuyên truyền", "Khu phố chưa nhận được đề cương.")?;
    gate.demo("chinhsach", |cx: &mut Cx<'_, Obstacles, Update>| {
        let note = "Vượt khả năng của phường, xin ý kiến chỉ đạo.".to_owned();
        let escalation = ObstacleEscalation { to: EscalationLevel::Leader, note };
        obstacles::escalate(cx, &pool, IfMatch::none(), &escalation)?;
        let answer = "Đề cương đã gửi qua bưu tá sáng nay; bản điện tử đính kèm trong kế hoạch.".to_owned();
        obstacles::answer(cx, &answered, IfMatch::none(), &ObstacleAnswer { answer })
    })
}

fn raise(gate: &Gate, username: &str, task_id: Option<Id>, title: &str, description: &str) -> error::Result<Id> {
    let input = NewObstacle {
        task_id,
        title: title.to_owned(),
        description: description.to_owned(),
        attachment_ids: Vec::new(),
    };
    gate.demo(username, |cx: &mut Cx<'_, Obstacles, Create>| obstacles::raise(cx, &input))
}
