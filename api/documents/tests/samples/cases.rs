//! Documents of one invented case.

use bup_documents::cases::*;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{day, some};

pub fn head(form: &str, symbol: &str) -> Head {
    Head {
        header: Header {
            parent: None,
            issuer: "Ủy ban nhân dân\nphường Ngọc Trạo".to_owned(),
            number: Some(7),
            symbol: symbol.to_owned(),
            place: "Ngọc Trạo".to_owned(),
            date: day(2026, 6, 12),
        },
        form: form.to_owned(),
    }
}

fn at(day: u32, hour: u32, minute: u32) -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(2026, 6, day)?.and_hms_opt(hour, minute, 0)
}

fn person(name: &str, position: &str) -> Person {
    Person { name: name.to_owned(), position: position.to_owned() }
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|&text| text.to_owned()).collect()
}

pub fn child() -> Child {
    Child {
        name: some("Lê Ngọc Khuê"),
        born: day(2017, 2, 5),
        estimated_age: None,
        sex: Some(Sex::Female),
        residence: some("Khu phố 3, phường Ngọc Trạo"),
    }
}

fn officer() -> Officer {
    Officer { position: String::new(), name: some("Lê Thị Bình") }
}

fn item(code: &str, label: &str, level: Option<Level>, note: Option<&str>) -> Item {
    Item { code: code.to_owned(), label: label.to_owned(), level, note: note.map(str::to_owned) }
}

pub fn assessment() -> Assessment {
    Assessment {
        harm: vec![
            item("1", "Mức độ tổn hại hiện tại của trẻ em", Some(Level::High), Some("Có vết bầm ở tay và lưng")),
            item(
                "2",
                "Nguy cơ trẻ em tiếp tục bị tổn hại nếu vẫn ở trong tình trạng hiện tại",
                Some(Level::High),
                None,
            ),
            item(
                "3",
                "Những trở ngại trong môi trường chăm sóc trẻ em đối với việc bảo đảm an toàn cho trẻ em",
                Some(Level::Medium),
                None,
            ),
        ],
        resilience: vec![
            item("1", "Khả năng tự bảo vệ trước hành động của đối tượng xâm hại", Some(Level::Low), None),
            item(
                "2",
                "Khả năng biết được người có thể bảo vệ mình",
                Some(Level::Medium),
                Some("Tin cô giáo chủ nhiệm"),
            ),
            item("3", "Khả năng thiết lập mối quan hệ với người có thể bảo vệ mình", Some(Level::Medium), None),
            item("4", "Khả năng nhờ người bảo vệ", None, None),
            item("5", "Được người lớn khác theo dõi và sẵn sàng bảo vệ", Some(Level::Medium), Some("Bà ngoại")),
        ],
    }
}

fn need(need: &str, service: &str, provider: &str) -> Need {
    Need { need: need.to_owned(), service: service.to_owned(), provider: provider.to_owned() }
}

pub fn needs() -> Vec<Need> {
    vec![
        need("Chỗ ở và điều kiện sinh hoạt an toàn", "Ở tạm nhà người thân thích", "Bà ngoại; khu phố 3 theo dõi"),
        need("An toàn thể chất, chăm sóc y tế", "Khám, điều trị vết thương; theo dõi sức khỏe", "Trạm Y tế phường"),
        need("Ổn định tâm lý", "Tư vấn tâm lý tại trường, mỗi tuần 01 buổi", "Trường Tiểu học Ngọc Trạo"),
    ]
}

pub fn intake() -> Intake {
    Intake {
        head: head("Mẫu số 01", "BC-UBND"),
        kind: "bị xâm hại".to_owned(),
        channel: some("Tổng đài 111 chuyển đến"),
        received: at(11, 20, 15),
        child: child(),
        place: some("Nhà ở của gia đình, khu phố 3, phường Ngọc Trạo"),
        condition: some("Trẻ em có nhiều vết bầm ở tay và lưng, hoảng sợ, không muốn về nhà. Đang ở nhà bà ngoại."),
        outlook: some("Có thể tiếp tục bị đánh khi về nhà; ảnh hưởng sức khỏe, tâm lý và việc học."),
        father: Parent { name: some("Lê Văn Dũng"), age: Some(36), occupation: some("Lao động tự do") },
        mother: Parent { name: some("Phạm Thị Yến"), age: Some(33), occupation: None },
        family: some("Cha mẹ ly thân từ năm 2025, trẻ em ở với cha; mẹ đi làm xa. Hộ cận nghèo."),
        carer: some("Bà ngoại"),
        done_before: None,
        informant: Informant::Withheld,
        officer: officer(),
    }
}

pub fn initial_assessment() -> InitialAssessment {
    InitialAssessment {
        head: head("Mẫu số 02", "BC-UBND"),
        kind: "bị xâm hại".to_owned(),
        child: child(),
        assessed: at(11, 22, 0).map(|at| at.date()),
        assessed_at: at(11, 22, 0).map(|at| at.time()),
        assessment: assessment(),
        conclusion: some(
            "Trẻ em bị tổn hại về thể chất và tâm lý, có nguy cơ cao tiếp tục bị bạo lực nếu trở về nhà; khả năng tự \
             bảo vệ còn hạn chế.",
        ),
        emergency: Some(true),
        needs: needs(),
        officer: officer(),
    }
}

pub fn detailed_assessment() -> DetailedAssessment {
    let section =
        |heading: &str, text: Option<&str>| Section { heading: heading.to_owned(), text: text.map(str::to_owned) };
    DetailedAssessment {
        head: head("Mẫu số 03", "BC-UBND"),
        kind: "bị xâm hại".to_owned(),
        child: child(),
        sections: vec![
            section(
                "Tình trạng thể chất, tâm lý, tình cảm của trẻ em",
                Some(
                    "Vết bầm đã giảm, ăn ngủ được.\nCòn sợ người lạ và tiếng động lớn; đến lớp đều, ít nói với bạn bè.",
                ),
            ),
            section(
                "Hoàn cảnh gia đình, mối quan hệ và năng lực bảo vệ trẻ em của cha, mẹ, thành viên gia đình",
                Some(
                    "Cha hay uống rượu, từng bị nhắc nhở về hành vi bạo lực. Mẹ mong muốn đón con nhưng chưa có chỗ ở \
                     ổn định. Bà ngoại 62 tuổi, khỏe mạnh, gắn bó với trẻ em.",
                ),
            ),
            section("Môi trường chăm sóc hiện tại và dự kiến", None),
            section(
                "Ý kiến, nguyện vọng của trẻ em và cha, mẹ",
                Some("Trẻ em muốn ở với bà ngoại và tiếp tục đi học."),
            ),
        ],
        assessment: assessment(),
        conclusion: some("Trẻ em cần được hỗ trợ, can thiệp ở cấp độ can thiệp; chưa thể trở về ở cùng cha."),
        needs: needs(),
        officer: officer(),
    }
}

pub fn meeting() -> Meeting {
    Meeting {
        date: day(2026, 6, 15),
        begun: NaiveTime::from_hms_opt(14, 0, 0),
        ended: NaiveTime::from_hms_opt(15, 45, 0),
        venue: some("Trụ sở Ủy ban nhân dân phường Ngọc Trạo"),
    }
}

fn of_the_meeting() -> Head {
    let mut head = head("", "BB-UBND");
    head.header.date = day(2026, 6, 15);
    head
}

pub fn needs_meeting() -> NeedsMeeting {
    NeedsMeeting {
        head: of_the_meeting(),
        meeting: meeting(),
        chair: person("Ông Nguyễn Hữu Thắng", "Phó Chủ tịch Ủy ban nhân dân phường"),
        secretary: person("Bà Lê Thị Bình", "Người làm công tác bảo vệ trẻ em"),
        present: vec![
            person("Ông Trần Quốc Việt", "Cán bộ Công an phường"),
            person("Bà Vũ Thị Thảo", "Phụ trách Trạm Y tế phường"),
            person("Bà Đặng Thị Hường", "Giáo viên chủ nhiệm"),
            person("Ông Bùi Văn Đức", "Trưởng khu phố 3"),
        ],
        family: Some(person("Bà Hoàng Thị Ánh", "Bà ngoại, người đang chăm sóc trẻ em")),
        child: child(),
        child_opinion: some(
            "Em muốn ở với bà ngoại, được đi học và gặp mẹ (người làm công tác bảo vệ trẻ em hỏi riêng).",
        ),
        parents_opinion: some("Mẹ đồng ý để bà ngoại chăm sóc; cha không tham dự."),
        opinions: vec![
            Opinion {
                who: "Bà Vũ Thị Thảo".to_owned(),
                text: "Cần tái khám sau 02 tuần và theo dõi giấc ngủ của em".to_owned(),
            },
            Opinion {
                who: "Ông Bùi Văn Đức".to_owned(), text: "Khu phố cử người thăm gia đình hằng tuần".to_owned()
            },
        ],
        needs: needs(),
        conclusion: some(
            "Thống nhất các nhu cầu nêu trên; giao bà Lê Thị Bình xây dựng kế hoạch trình trước ngày 17/6/2026.",
        ),
    }
}

pub fn plan() -> SupportPlan {
    let activity = |what: &str, by: &str, when: &str, cost: Option<i64>| Activity {
        what: what.to_owned(),
        by: by.to_owned(),
        with: some("Khu phố 3, gia đình"),
        when: some(when),
        cost,
        funding: cost.and_then(|_| some("Quỹ Bảo trợ trẻ em phường")),
        expected: some("Trẻ em an toàn, sức khỏe và tâm lý ổn định"),
        watched_by: some("Bà Lê Thị Bình"),
    };
    SupportPlan {
        head: head("Mẫu số 04", "KH-UBND"),
        kind: "bị xâm hại".to_owned(),
        legal_bases: texts(&[
            "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016",
            "Căn cứ Nghị định số 56/2017/NĐ-CP ngày 09 tháng 5 năm 2017 của Chính phủ quy định chi tiết một số điều của \
             Luật Trẻ em",
        ]),
        child: child(),
        situation: some("Trẻ em bị tổn hại về thể chất, tâm lý; cần nơi ở an toàn, chăm sóc y tế và tư vấn tâm lý."),
        goals: texts(&[
            "Chấm dứt ngay hành vi bạo lực, bảo đảm trẻ em được sống an toàn",
            "Phục hồi sức khỏe, tâm lý trong 03 tháng; trẻ em đi học đều",
        ]),
        from: day(2026, 6, 17),
        to: day(2026, 9, 17),
        activities: vec![
            activity("Bố trí trẻ em ở nhà bà ngoại, hỗ trợ sinh hoạt", "Khu phố 3", "17/6–17/9/2026", Some(4_500_000)),
            activity("Khám, điều trị, tái khám", "Trạm Y tế phường", "17/6 và 01/7/2026", Some(800_000)),
            activity("Tư vấn tâm lý mỗi tuần 01 buổi", "Trường Tiểu học Ngọc Trạo", "20/6–17/9/2026", Some(3_005_000)),
            activity("Tư vấn kỹ năng làm cha mẹ; răn đe hành vi bạo lực", "Công an phường", "Trong tháng 6/2026", None),
        ],
        review_on: day(2026, 9, 10),
        officer: officer(),
        approver: None,
    }
}

pub fn decision() -> Decision {
    Decision {
        head: head("", "QĐ-UBND"),
        authority: "Chủ tịch Ủy ban nhân dân phường Ngọc Trạo".to_owned(),
        legal_bases: texts(&[
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016",
            "Căn cứ Nghị định số 56/2017/NĐ-CP ngày 09 tháng 5 năm 2017 của Chính phủ quy định chi tiết một số điều của \
             Luật Trẻ em",
            "Theo đề nghị của người làm công tác bảo vệ trẻ em phường",
        ]),
        effective: None,
        responsible: texts(&[
            "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường",
            "Trưởng phòng Văn hóa - Xã hội",
            "bà Lê Thị Bình",
        ]),
        recipients: texts(&["Như Điều 3", "Chủ tịch, các Phó Chủ tịch UBND phường", "Lưu: VT, VHXH"]),
        signer: Signer { power: Power::Deputy, name: some("Nguyễn Hữu Thắng") },
    }
}

pub fn plan_decision() -> PlanDecision {
    let mut decision = decision();
    decision.head.form = "Mẫu số 05".to_owned();
    PlanDecision {
        decision,
        child: child(),
        from: day(2026, 6, 17),
        to: day(2026, 9, 17),
        lead: "bà Lê Thị Bình, người làm công tác bảo vệ trẻ em phường".to_owned(),
        partners: texts(&["Công an phường", "Trạm Y tế phường", "Trường Tiểu học Ngọc Trạo", "khu phố 3"]),
        cost: 8_305_000,
        funding: some("Quỹ Bảo trợ trẻ em phường"),
    }
}

pub fn separation() -> SeparationDecision {
    let mut decision = decision();
    decision.recipients[0] = "Như Điều 4".to_owned();
    SeparationDecision {
        decision,
        child: child(),
        apart_from: "ông Lê Văn Dũng, cha đẻ".to_owned(),
        reason: some("trẻ em bị xâm hại và có nguy cơ tiếp tục bị xâm hại bởi người chăm sóc"),
        from: NaiveDate::from_ymd_opt(2026, 6, 11).unwrap(),
        from_time: NaiveTime::from_hms_opt(23, 0, 0),
        since: None,
        to: NaiveDate::from_ymd_opt(2026, 6, 26).unwrap(),
        longer_by: None,
        place: SafePlace::Withheld,
        carer: None,
        lead: "Công an phường, người làm công tác bảo vệ trẻ em phường".to_owned(),
    }
}

pub fn review() -> Review {
    Review {
        head: head("Mẫu số 06", "BC-UBND"),
        child: child(),
        officer: officer(),
        done_on: day(2026, 9, 10),
        assessment: assessment(),
        results: some("Đã thực hiện 04/04 hoạt động; trẻ em được tư vấn 11 buổi, tái khám 02 lần."),
        state: some("Trẻ em khỏe mạnh, vui vẻ, đi học đều; sống với bà ngoại và mẹ, cha đã cam kết không tái phạm."),
        outcome: Some(Outcome::Close),
        reasons: some("Các nguy cơ đã được loại bỏ; người chăm sóc có năng lực bảo vệ trẻ em."),
    }
}

pub fn closing() -> ClosingDecision {
    ClosingDecision {
        decision: decision(),
        child: child(),
        plan_number: some("07/QĐ-UBND"),
        plan_date: day(2026, 6, 17),
        reasons: some("trẻ em không còn nguy cơ bị xâm hại, đã ổn định về thể chất, tâm lý, nhận thức và tình cảm"),
        lead: "bà Lê Thị Bình".to_owned(),
        follow_up: texts(&["Thăm gia đình mỗi tháng 01 lần đến hết tháng 12 năm 2026"]),
    }
}

pub fn referral() -> Referral {
    let data = [
        ("Mã hồ sơ", "BV-2026-0012"),
        ("Tuổi, giới tính", "9 tuổi, nữ"),
        ("Người chăm sóc", "Bà ngoại"),
        ("Điều cần biết khi tiếp xúc", "Trẻ em sợ tiếng động lớn; cần có người thân đi cùng"),
    ];
    Referral {
        head: head("", "PCG-UBND"),
        receivers: texts(&["Bệnh viện Đa khoa khu vực Bỉm Sơn"]),
        purpose: some(
            "Khám, đánh giá và trị liệu tâm lý cho trẻ em theo kế hoạch hỗ trợ, can thiệp đã được phê duyệt.",
        ),
        services: texts(&["Khám sức khỏe tổng quát", "Trị liệu tâm lý, dự kiến 08 buổi"]),
        data: data.map(|(label, value)| (label.to_owned(), value.to_owned())).into(),
        answer_by: day(2026, 6, 19),
        contact: Contact {
            name: some("Bà Lê Thị Bình"),
            position: some("Người làm công tác bảo vệ trẻ em"),
            phone: some("0912 345 678"),
        },
        recipients: texts(&["Như trên", "Lưu: VT, VHXH"]),
        signer: Signer { power: Power::Deputy, name: some("Nguyễn Hữu Thắng") },
    }
}

pub fn transfer() -> Transfer {
    let party = |ward: &str, name: &str, position: &str| Party {
        body: format!("Ủy ban nhân dân phường {ward}"),
        representatives: vec![person(name, position)],
        signing: texts(&["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        signer: None,
    };
    Transfer {
        head: of_the_meeting(),
        legal_bases: texts(&["Căn cứ Nghị định số 56/2017/NĐ-CP ngày 09 tháng 5 năm 2017 của Chính phủ"]),
        meeting: meeting(),
        giver: party("Ngọc Trạo", "Ông Nguyễn Hữu Thắng", "Phó Chủ tịch Ủy ban nhân dân phường"),
        receiver: party("Quang Trung", "Bà Trần Thị Mai", "Phó Chủ tịch Ủy ban nhân dân phường"),
        child: child(),
        reason: some("Trẻ em chuyển nơi cư trú theo mẹ từ ngày 01 tháng 7 năm 2026."),
        state: some("Kế hoạch đang được thực hiện, đã xong 02/04 hoạt động; trẻ em ổn định, còn cần tư vấn tâm lý."),
        urgent: texts(&["Bố trí tư vấn tâm lý trước ngày 10 tháng 7 năm 2026"]),
        documents: texts(&["Báo cáo tiếp nhận thông tin, 02 trang", "Kế hoạch hỗ trợ, can thiệp, 03 trang"]),
        copies: 2,
    }
}

/// One of each, by a name for its file.
pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("mau-01", intake_docx(&intake()).unwrap()),
        ("mau-02", initial_assessment_docx(&initial_assessment()).unwrap()),
        ("mau-03", detailed_assessment_docx(&detailed_assessment()).unwrap()),
        ("bien-ban-hop", needs_meeting_docx(&needs_meeting()).unwrap()),
        ("mau-04", plan_docx(&plan()).unwrap()),
        ("mau-05", plan_decision_docx(&plan_decision()).unwrap()),
        ("quyet-dinh-cach-ly", separation_docx(&separation()).unwrap()),
        ("mau-06", review_docx(&review()).unwrap()),
        ("quyet-dinh-ket-thuc", closing_docx(&closing()).unwrap()),
        ("phieu-chuyen-gui", referral_docx(&referral()).unwrap()),
        ("bien-ban-chuyen-giao", transfer_docx(&transfer()).unwrap()),
    ]
}

/// As PDFs.
pub fn all_pdf() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("mau-01", intake_pdf(&intake())),
        ("mau-02", initial_assessment_pdf(&initial_assessment())),
        ("mau-03", detailed_assessment_pdf(&detailed_assessment())),
        ("bien-ban-hop", needs_meeting_pdf(&needs_meeting())),
        ("mau-04", plan_pdf(&plan())),
        ("mau-05", plan_decision_pdf(&plan_decision())),
        ("quyet-dinh-cach-ly", separation_pdf(&separation()).unwrap()),
        ("mau-06", review_pdf(&review())),
        ("quyet-dinh-ket-thuc", closing_pdf(&closing())),
        ("phieu-chuyen-gui", referral_pdf(&referral())),
        ("bien-ban-chuyen-giao", transfer_pdf(&transfer())),
    ]
}

/// The same where nothing at all is known.
pub fn all_empty() -> Vec<(&'static str, Vec<u8>)> {
    let separation = SeparationDecision {
        decision: Decision::default(),
        child: Child::default(),
        apart_from: String::new(),
        reason: None,
        from_time: None,
        place: SafePlace::Named(String::new()),
        lead: String::new(),
        ..separation()
    };
    vec![
        ("mau-01", intake_docx(&Intake::default()).unwrap()),
        ("mau-02", initial_assessment_docx(&InitialAssessment::default()).unwrap()),
        ("mau-03", detailed_assessment_docx(&DetailedAssessment::default()).unwrap()),
        ("bien-ban-hop", needs_meeting_docx(&NeedsMeeting::default()).unwrap()),
        ("mau-04", plan_docx(&SupportPlan::default()).unwrap()),
        ("mau-05", plan_decision_docx(&PlanDecision::default()).unwrap()),
        ("quyet-dinh-cach-ly", separation_docx(&separation).unwrap()),
        ("mau-06", review_docx(&Review::default()).unwrap()),
        ("quyet-dinh-ket-thuc", closing_docx(&ClosingDecision::default()).unwrap()),
        ("phieu-chuyen-gui", referral_docx(&Referral::default()).unwrap()),
        ("bien-ban-chuyen-giao", transfer_docx(&Transfer::default()).unwrap()),
    ]
}
