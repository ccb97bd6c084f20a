//! What the sections of a report say until somebody writes them: the outline of a ward's report (`law.md` 8.2, after the
//! heads of the plan) and of a unit's, filled with the numbers. Pure. Numbers that are held back where they leave the
//! ward do not come in here either.

use chrono::NaiveDate;

use super::model::ReportKind;
use super::sources::Rows;
use super::words::{Numbers, count, percent};
use crate::counted::Period;

/// Everything that the words are made of.
pub struct Material<'a> {
    /// "phường Ba Đình", as it stands within a sentence.
    pub ward: &'a str,
    pub year: i32,
    pub theme: &'a str,
    /// "Kế hoạch số 45/KH-UBND ngày 20/5/2024".
    pub plan: &'a str,
    pub period: Period,
    pub today: NaiveDate,
    pub numbers: Numbers<'a>,
    pub rows: &'a Rows,
    /// What units wrote, as "Khu phố 3: …", by the section of the ward's report that it fits.
    pub from_units: &'a [(String, String)],
    /// Units whose own report is not there.
    pub missing: usize,
}

/// A section before anybody wrote it.
pub struct Proposed {
    pub key: &'static str,
    pub number: &'static str,
    pub title: &'static str,
    pub body: String,
}

/// The outline of a kind of report: key, number, title. A heading without text of its own has sections below it.
pub fn outline(kind: ReportKind) -> &'static [(&'static str, &'static str, &'static str)] {
    if kind.is_wards() { &WARD } else { &UNIT }
}

const WARD: [(&str, &str, &str); 17] = [
    ("direction", "I", "Công tác chỉ đạo, triển khai"),
    ("results", "II", "Kết quả thực hiện"),
    ("communication", "II.1", "Công tác thông tin, truyền thông"),
    ("events", "II.2", "Lễ phát động, sự kiện, hoạt động cho trẻ em"),
    ("gifts", "II.3", "Thăm hỏi, tặng quà, học bổng, nhận đỡ đầu"),
    ("protection", "II.4", "Công tác bảo vệ trẻ em"),
    ("injuries", "II.5", "Phòng, chống tai nạn thương tích, đuối nước"),
    ("health", "II.6", "Chăm sóc sức khỏe trẻ em"),
    ("participation", "II.7", "Vui chơi, giải trí và sự tham gia của trẻ em"),
    ("summer", "II.8", "Bàn giao, tiếp nhận và quản lý trẻ em sinh hoạt hè"),
    ("resources", "II.9", "Vận động nguồn lực, công trình cho trẻ em"),
    ("inspection", "II.10", "Công tác kiểm tra, giám sát, khen thưởng"),
    ("assessment", "III", "Đánh giá chung"),
    ("strengths", "III.1", "Ưu điểm"),
    ("weaknesses", "III.2", "Tồn tại, hạn chế"),
    ("causes", "III.3", "Nguyên nhân"),
    ("proposals", "IV", "Phương hướng, kiến nghị"),
];

const UNIT: [(&str, &str, &str); 5] = [
    ("tasks", "1", "Kết quả thực hiện nhiệm vụ được giao"),
    ("events", "2", "Sự kiện, hoạt động đã tổ chức"),
    ("communication", "3", "Công tác tuyên truyền"),
    ("weaknesses", "4", "Khó khăn, vướng mắc"),
    ("proposals", "5", "Đề xuất, kiến nghị"),
];

/// Sections that hold other sections and no text.
pub fn is_heading(key: &str) -> bool {
    matches!(key, "results" | "assessment")
}

/// The sections of a report as the numbers tell them.
pub fn propose(kind: ReportKind, of: &Material<'_>) -> Vec<Proposed> {
    let body = |key: &str| if kind.is_wards() { ward_body(key, of) } else { unit_body(key, of) };
    let shape = |(key, number, title): &(&'static str, &'static str, &'static str)| Proposed {
        key,
        number,
        title,
        body: body(key).into_iter().flatten().collect::<Vec<_>>().join("\n"),
    };
    outline(kind).iter().map(shape).collect()
}

fn ward_body(key: &str, of: &Material<'_>) -> Vec<Option<String>> {
    let mut lines = match key {
        "direction" => direction(of),
        "communication" => communication(of),
        "events" => events(of),
        "gifts" => gifts(of),
        "protection" => protection(of),
        "injuries" => injuries(of),
        "health" => health(of),
        "participation" => participation(of),
        "summer" => summer(of),
        "resources" => resources(of),
        "inspection" => inspection(of),
        "strengths" => strengths(of),
        "weaknesses" => weaknesses(of),
        "proposals" => proposals(of),
        _ => Vec::new(),
    };
    lines.extend(of.from_units.iter().filter(|(section, _)| section == key).map(|(_, text)| Some(format!("- {text}"))));
    lines
}

fn unit_body(key: &str, of: &Material<'_>) -> Vec<Option<String>> {
    let n = &of.numbers;
    match key {
        "tasks" => {
            let (total, done) = (n.or_zero("parts_total"), n.or_zero("parts_done"));
            let late = n.get("parts_late").map(|late| format!(", {} việc quá hạn", count(late))).unwrap_or_default();
            let summary = match percent(done, total) {
                Some(share) => {
                    format!("Được giao {} việc; đã hoàn thành {} việc, đạt {share}{late}.", count(total), count(done))
                }
                None => "Trong kỳ đơn vị không có việc được giao.".to_owned(),
            };
            let mut lines = vec![Some(summary)];
            lines.extend(of.rows.own_tasks().map(|(title, state)| Some(format!("- {title}: {state}."))));
            lines
        }
        "events" => events(of),
        "communication" => communication(of),
        "weaknesses" => match obstacles(of) {
            lines if lines.is_empty() => vec![Some("Không có.".to_owned())],
            lines => lines,
        },
        _ => Vec::new(),
    }
}

fn day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

fn direction(of: &Material<'_>) -> Vec<Option<String>> {
    let n = &of.numbers;
    let theme = if of.theme.is_empty() { String::new() } else { format!(" với chủ đề “{}”", of.theme) };
    let issued = match n.get("documents_issued") {
        Some(documents) => format!(" và ban hành {} văn bản chỉ đạo, triển khai", count(documents)),
        None => String::new(),
    };
    let first = format!(
        "Thực hiện {}, Ủy ban nhân dân {} đã tổ chức Tháng hành động vì trẻ em năm {}{theme}{issued}.",
        of.plan, of.ward, of.year
    );
    let (total, done) = (n.or_zero("tasks_total"), n.or_zero("tasks_done"));
    let progress = percent(done, total).map(|share| {
        let late = n.get("tasks_late").map(|late| format!("; {} nhiệm vụ quá hạn", count(late))).unwrap_or_default();
        format!(
            "Kế hoạch giao {} nhiệm vụ cho các đơn vị. Đến ngày {}, {} nhiệm vụ đã hoàn thành, đạt {share}{late}.",
            count(total),
            day(of.period.to.min(of.today)),
            count(done)
        )
    });
    let targets = n.get("targets_total").map(|total| {
        format!(
            "Trong {} nhiệm vụ có chỉ tiêu bằng số, {} nhiệm vụ đạt chỉ tiêu.",
            count(total),
            count(n.or_zero("targets_met"))
        )
    });
    vec![Some(first), progress, targets]
}

fn communication(of: &Material<'_>) -> Vec<Option<String>> {
    let spread = of.numbers.sentence(
        "Trong kỳ đã",
        &[
            ("comm_broadcasts", "phát {} lượt trên hệ thống truyền thanh"),
            ("comm_banners", "treo {} băng-rôn, khẩu hiệu"),
            ("comm_posters", "dán {} pa-nô, áp-phích"),
            ("comm_web", "đăng {} bài trên trang thông tin điện tử"),
            ("comm_social", "đăng {} bài trên mạng xã hội"),
            ("comm_school", "tổ chức {} buổi truyền thông trong trường học"),
            ("comm_leaflets", "phát {} tờ rơi, tài liệu"),
        ],
    );
    let meetings = of.numbers.get("comm_meetings").map(|meetings| {
        let people = of.numbers.get("comm_meeting_people");
        let people = people.map(|people| format!(" với {} lượt người dự", count(people))).unwrap_or_default();
        format!("Tổ chức {} buổi truyền thông trực tiếp{people}.", count(meetings))
    });
    vec![spread, meetings]
}

/// How many events a report names.
const NAMED: usize = 6;

fn events(of: &Material<'_>) -> Vec<Option<String>> {
    let n = &of.numbers;
    let Some(held) = n.get("events_held") else { return Vec::new() };
    let children = n.get("events_children").map(|children| format!(" với {} lượt trẻ em tham gia", count(children)));
    let safety = n.get("events_safety").map(|safe| {
        format!("; {} sự kiện có phương án bảo đảm an ninh, an toàn được duyệt trước khi tổ chức", count(safe))
    });
    let first = format!(
        "Đã tổ chức {} sự kiện, hoạt động{}{}.",
        count(held),
        children.unwrap_or_default(),
        safety.unwrap_or_default()
    );
    let money = n.sentence(
        "Kinh phí tổ chức:",
        &[("events_state", "ngân sách nhà nước {} đồng"), ("events_mobilised", "nguồn vận động {} đồng")],
    );
    // The largest first: those that a reader knows of.
    let mut named: Vec<_> = of.rows.events.iter().filter(|held| held.row.weight("children") > 0).collect();
    named.sort_by_key(|held| std::cmp::Reverse(held.row.weight("children")));
    let mut lines = vec![Some(first), money];
    if !named.is_empty() {
        lines.push(Some("Các hoạt động tiêu biểu:".to_owned()));
    }
    lines.extend(items(
        named
            .into_iter()
            .take(NAMED)
            .map(|held| format!("{} ({} trẻ em tham gia)", held.title, count(held.row.weight("children")))),
    ));
    lines
}

/// "- …;" each, the last with a full stop.
fn items(lines: impl Iterator<Item = String>) -> Vec<Option<String>> {
    let lines: Vec<String> = lines.collect();
    let last = lines.len();
    let end = |at: usize| if at == last { '.' } else { ';' };
    (1..).zip(lines).map(|(at, line)| Some(format!("- {}{}", line.trim_end_matches(['.', ';']), end(at)))).collect()
}

fn gifts(of: &Material<'_>) -> Vec<Option<String>> {
    let n = &of.numbers;
    let first = n.get("gifts_children").map(|children| {
        let special = n.get("gifts_special");
        let special =
            special.map(|few| format!(", trong đó {} trẻ em có hoàn cảnh đặc biệt", count(few))).unwrap_or_default();
        format!("Đã thăm hỏi, tặng quà cho {} trẻ em{special}.", count(children))
    });
    let given = n.sentence(
        "Kết quả cụ thể:",
        &[
            ("gifts_count", "trao {} suất quà"),
            ("gifts_value", "tổng trị giá {} đồng"),
            ("scholarships", "trao {} suất học bổng"),
            ("scholarships_value", "trị giá học bổng {} đồng"),
            ("sponsored_children", "{} trẻ em được nhận đỡ đầu"),
        ],
    );
    vec![first, given]
}

fn protection(of: &Material<'_>) -> Vec<Option<String>> {
    let n = &of.numbers;
    let list = n.get("children_total").map(|total| {
        let special = n.get("children_special");
        let special = special.map(|few| format!(", {} trẻ em có hoàn cảnh đặc biệt", count(few))).unwrap_or_default();
        let risk = n.get("children_at_risk");
        let risk = risk
            .map(|few| format!(", {} trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt", count(few)))
            .unwrap_or_default();
        format!("Phường quản lý {} trẻ em dưới 16 tuổi{special}{risk}.", count(total))
    });
    let cases = n.sentence(
        "Việc tiếp nhận và xử lý thông tin về trẻ em:",
        &[
            ("concerns_received", "tiếp nhận {} thông tin, thông báo, tố giác"),
            ("concerns_confirmed", "{} thông tin được xác thực, mở hồ sơ"),
            ("cases_planned", "{} hồ sơ có kế hoạch hỗ trợ, can thiệp"),
            ("cases_open", "{} hồ sơ đang hỗ trợ, can thiệp"),
            ("cases_closed", "{} hồ sơ kết thúc"),
            ("cases_police", "{} hồ sơ chuyển cơ quan công an"),
        ],
    );
    vec![list, cases]
}

fn injuries(of: &Material<'_>) -> Vec<Option<String>> {
    let water = of.numbers.sentence(
        "Công tác phòng ngừa:",
        &[
            ("swim_sessions", "tổ chức {} buổi dạy bơi"),
            ("swim_learners", "{} trẻ em được học bơi"),
            ("children_swim", "{} trẻ em từ 6 tuổi biết bơi"),
            ("skills_classes", "mở {} lớp kỹ năng, tập huấn"),
            ("skills_children", "{} lượt trẻ em học kỹ năng"),
            ("hazards_reviewed", "rà soát {} điểm nguy hiểm"),
            ("hazards_fixed", "khắc phục {} điểm"),
            ("hazards_signed", "cắm biển cảnh báo {} điểm"),
        ],
    );
    let harm = of.numbers.sentence(
        "Tình hình tai nạn, thương tích:",
        &[
            ("injuries_total", "{} trẻ em bị tai nạn, thương tích"),
            ("injuries_deaths", "{} trẻ em tử vong"),
            ("drownings", "{} trẻ em bị đuối nước"),
        ],
    );
    vec![water, harm]
}

fn health(of: &Material<'_>) -> Vec<Option<String>> {
    let n = &of.numbers;
    let cards = n.get("under6_total").map(|total| {
        let with = n.or_zero("under6_with_card");
        let share = percent(with, total).map(|share| format!(" (đạt {share})")).unwrap_or_default();
        format!("Có {}/{} trẻ em dưới 6 tuổi có thẻ bảo hiểm y tế{share}.", count(with), count(total))
    });
    let done = n.sentence(
        "Trong kỳ có",
        &[
            ("cards_given", "{} trẻ em được cấp thẻ bảo hiểm y tế"),
            ("health_checked", "{} trẻ em được khám sức khỏe"),
            ("heart_surgery", "{} trẻ em được hỗ trợ phẫu thuật tim"),
            ("rehabilitated", "{} trẻ em được phẫu thuật chỉnh hình, phục hồi chức năng"),
        ],
    );
    vec![cards, done]
}

fn participation(of: &Material<'_>) -> Vec<Option<String>> {
    vec![of.numbers.sentence(
        "Thúc đẩy sự tham gia của trẻ em:",
        &[
            ("forums_held", "tổ chức {} diễn đàn trẻ em"),
            ("forum_children", "{} lượt trẻ em dự diễn đàn"),
            ("opinions_received", "tiếp nhận {} ý kiến của trẻ em"),
            ("opinions_answered", "trả lời {} ý kiến"),
            ("children_clubs", "duy trì {} câu lạc bộ quyền trẻ em"),
        ],
    )]
}

fn summer(of: &Material<'_>) -> Vec<Option<String>> {
    let handed = of.numbers.sentence(
        "Nhà trường, khu phố và Đoàn phường phối hợp bàn giao, tiếp nhận học sinh về sinh hoạt hè:",
        &[
            ("handed_over", "bàn giao {} em"),
            ("handed_received", "tiếp nhận {} em"),
            ("handed_returned", "trả về trường {} em"),
        ],
    );
    let sessions = of.numbers.sentence(
        "Tại các khu phố đã có",
        &[("summer_sessions", "{} buổi sinh hoạt hè"), ("summer_attendance", "{} lượt trẻ em dự")],
    );
    vec![handed, sessions]
}

fn resources(of: &Material<'_>) -> Vec<Option<String>> {
    let money = of.numbers.sentence(
        "Nguồn lực cho Tháng hành động:",
        &[
            ("resources_state", "ngân sách nhà nước {} đồng"),
            ("resources_cash", "vận động bằng tiền {} đồng"),
            ("resources_goods", "vận động bằng hiện vật trị giá {} đồng"),
            ("resources_givers", "{} tổ chức, cá nhân ủng hộ"),
        ],
    );
    let works = of.numbers.sentence(
        "Công trình cho trẻ em:",
        &[("works_built", "xây mới, nâng cấp {} công trình, điểm vui chơi"), ("works_value", "kinh phí {} đồng")],
    );
    vec![money, works]
}

fn inspection(of: &Material<'_>) -> Vec<Option<String>> {
    vec![of.numbers.sentence(
        "Công tác kiểm tra, giám sát, khen thưởng:",
        &[
            ("inspections_held", "tổ chức {} cuộc kiểm tra, giám sát"),
            ("recommendations_made", "nêu {} kiến nghị"),
            ("recommendations_fixed", "{} kiến nghị đã khắc phục"),
            ("commendations_decided", "khen thưởng {} tập thể, cá nhân"),
        ],
    )]
}

fn strengths(of: &Material<'_>) -> Vec<Option<String>> {
    let n = &of.numbers;
    let (done, total) = (n.or_zero("tasks_done"), n.or_zero("tasks_total"));
    // Praise is somebody's to write; what speaks for itself is told.
    let share = percent(done, total).filter(|_| done * 10 >= total * 8);
    vec![share.map(|share| format!("Các đơn vị đã hoàn thành {share} nhiệm vụ được giao của kế hoạch."))]
}

fn obstacles(of: &Material<'_>) -> Vec<Option<String>> {
    items(of.rows.open_obstacles().map(str::to_owned))
}

fn weaknesses(of: &Material<'_>) -> Vec<Option<String>> {
    let late = of.numbers.get("tasks_late").map(|late| format!("Còn {} nhiệm vụ quá hạn.", count(late)));
    let missing = i64::try_from(of.missing).unwrap_or(i64::MAX);
    let missing = (missing > 0).then(|| format!("{} đơn vị chưa gửi báo cáo.", count(missing)));
    let mut lines = vec![late, missing];
    let open = obstacles(of);
    if !open.is_empty() {
        lines.push(Some("Khó khăn, vướng mắc chưa được giải quyết:".to_owned()));
        lines.extend(open);
    }
    lines
}

fn proposals(of: &Material<'_>) -> Vec<Option<String>> {
    let plan = "Tiếp tục thực hiện các nhiệm vụ chưa hoàn thành của kế hoạch; duy trì công tác bảo vệ, chăm sóc, giáo dục \
        trẻ em và quản lý trẻ em sinh hoạt hè đến hết kỳ nghỉ hè.";
    let mut lines = vec![Some(plan.to_owned())];
    let asked: Vec<_> = of.rows.escalated_obstacles().collect();
    if !asked.is_empty() {
        lines.push(Some("Kiến nghị cấp trên quan tâm chỉ đạo, giải quyết:".to_owned()));
        lines.extend(items(asked.into_iter().map(str::to_owned)));
    }
    lines
}
