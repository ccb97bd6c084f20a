//! What the mails say. Counts, the general sentence of each kind, and a link: a mail may be read over a shoulder, and
//! lies on servers that are not the ward's.

use chrono::NaiveDate;

use crate::features::notifications::Kind;
use crate::features::tasks::Due;
use crate::http::context::Lang;

/// A mail before it is queued; plain text.
#[derive(Debug, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

const HEAD_WORDS: &str =
    "Dấu cuối của nhật ký hệ thống (giữ lại thư này: nếu có người sửa nhật ký, đối chiếu sẽ thấy):";

impl Letter {
    /// The same letter with the head of the audit log behind: what lies in a mailbox, root of our server cannot change.
    pub fn with_audit_head(self, line: &str) -> Self {
        Self { body: format!("{}\n{HEAD_WORDS}\n{line}\n", self.body), ..self }
    }
}

/// To an administrator who has nothing else to look at.
pub fn audit_head(public_url: Option<&str>, today: NaiveDate, line: &str) -> Letter {
    let today = today.format("%d/%m/%Y");
    let what = format!("Hôm nay không có việc cần anh/chị xử lý.\n\n{HEAD_WORDS}\n{line}\n");
    Letter {
        subject: format!("Búp Trên Cành: dấu nhật ký ngày {today}"),
        body: frame(public_url, &what, "/quan-tri/nhat-ky"),
    }
}

/// How often each kind occurs, in the order of their first occurrence.
pub fn count(kinds: impl IntoIterator<Item = Kind>) -> Vec<(Kind, usize)> {
    let mut counts: Vec<(Kind, usize)> = Vec::new();
    for kind in kinds {
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    counts
}

fn total(counts: &[(Kind, usize)]) -> usize {
    counts.iter().map(|(_, count)| count).sum()
}

/// Something that cannot wait.
pub fn urgent(public_url: Option<&str>, counts: &[(Kind, usize)]) -> Letter {
    let total = total(counts);
    let lines: String = counts.iter().map(|one| format!("- {}\n", sentence(one))).collect();
    let what = format!("Trên hệ thống Búp Trên Cành có {total} việc cần anh/chị xem:\n\n{lines}");
    Letter {
        subject: format!("Búp Trên Cành: anh/chị có {total} việc cần xem"),
        body: frame(public_url, &what, "/thong-bao"),
    }
}

/// The day's work in figures; those that are zero are left out.
pub fn digest(
    public_url: Option<&str>,
    today: NaiveDate,
    soon_days: i64,
    due: Due,
    counts: &[(Kind, usize)],
) -> Letter {
    let today = today.format("%d/%m/%Y");
    let unread = total(counts);
    let mut figures = Vec::new();
    let mut lines = String::new();
    if due.late > 0 {
        figures.push(format!("{} việc quá hạn", due.late));
        lines += &format!("- Việc quá hạn: {}\n", due.late);
    }
    if due.soon > 0 {
        figures.push(format!("{} việc sắp đến hạn", due.soon));
        lines += &format!("- Việc sắp đến hạn (trong {soon_days} ngày tới): {}\n", due.soon);
    }
    if unread > 0 {
        figures.push(format!("{unread} thông báo mới"));
        lines += &format!("- Thông báo chưa đọc: {unread}\n");
        lines.extend(counts.iter().map(|one| format!("    + {}\n", sentence(one))));
    }
    let what = format!("Tình hình công việc của anh/chị trên hệ thống Búp Trên Cành ngày {today}:\n\n{lines}");
    Letter { subject: format!("Búp Trên Cành: {}", figures.join(", ")), body: frame(public_url, &what, "/") }
}

fn sentence((kind, count): &(Kind, usize)) -> String {
    let sentence = kind.message().text(Lang::Vi);
    if *count > 1 { format!("{sentence} ({count} lần)") } else { sentence.to_owned() }
}

/// The same beginning and end around every mail.
fn frame(public_url: Option<&str>, what: &str, path: &str) -> String {
    let way = match public_url {
        Some(url) => format!("Mở để xem chi tiết và xử lý: {}{path}", url.trim_end_matches('/')),
        None => "Mời anh/chị đăng nhập vào hệ thống để xem chi tiết và xử lý.".to_owned(),
    };
    format!(
        "Xin chào,\n\n{what}\n{way}\n\n\
         Để bảo đảm an toàn thông tin, thư này không ghi nội dung công việc.\n\
         Thư do hệ thống gửi tự động, vui lòng không trả lời. Nếu không muốn nhận thư, anh/chị xóa địa chỉ thư trong \
         phần Tài khoản.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_urgent_is_told_by_kind_and_number() {
        let counts = count([Kind::TaskReminder, Kind::TaskReturned, Kind::TaskReminder]);
        let letter = urgent(Some("https://bup.thanhhoa.gov.vn/"), &counts);
        assert_eq!(letter.subject, "Búp Trên Cành: anh/chị có 3 việc cần xem");
        let body = "Xin chào,\n\n\
            Trên hệ thống Búp Trên Cành có 3 việc cần anh/chị xem:\n\n\
            - Anh/chị được đôn đốc một việc (2 lần)\n\
            - Một việc của đơn vị anh/chị bị trả lại\n\n\
            Mở để xem chi tiết và xử lý: https://bup.thanhhoa.gov.vn/thong-bao\n\n\
            Để bảo đảm an toàn thông tin, thư này không ghi nội dung công việc.\n\
            Thư do hệ thống gửi tự động, vui lòng không trả lời. Nếu không muốn nhận thư, anh/chị xóa địa chỉ thư trong \
            phần Tài khoản.\n";
        assert_eq!(letter.body, body);
    }

    #[test]
    fn the_digest_leaves_out_what_is_zero() {
        let today = NaiveDate::from_ymd_opt(2024, 6, 3).unwrap();
        let news = count([Kind::TaskAssigned]);
        let full = digest(None, today, 3, Due { late: 2, soon: 4 }, &news);
        assert_eq!(full.subject, "Búp Trên Cành: 2 việc quá hạn, 4 việc sắp đến hạn, 1 thông báo mới");
        let figures = "ngày 03/06/2024:\n\n\
            - Việc quá hạn: 2\n\
            - Việc sắp đến hạn (trong 3 ngày tới): 4\n\
            - Thông báo chưa đọc: 1\n    + Đơn vị anh/chị được giao một việc\n\n\
            Mời anh/chị đăng nhập vào hệ thống";
        assert!(full.body.contains(figures), "{}", full.body);
        let short = digest(None, today, 3, Due { late: 1, soon: 0 }, &[]);
        assert_eq!(short.subject, "Búp Trên Cành: 1 việc quá hạn");
        assert!(!short.body.contains("sắp đến hạn") && !short.body.contains("chưa đọc"));
    }
}
