//! A ward's report on the Action Month of 2024; all figures are invented.

use bup_documents::reports::*;

use super::day;

fn section(title: &str, text: &str) -> ReportSection {
    ReportSection { title: title.to_owned(), paragraphs: vec![text.to_owned()], ..ReportSection::default() }
}

fn with_items(title: &str, text: &str, items: &[&str]) -> ReportSection {
    ReportSection { items: items.iter().map(|&item| item.to_owned()).collect(), ..section(title, text) }
}

pub fn report() -> ReportPaper {
    ReportPaper {
        header: Header {
            parent: None,
            issuer: "Ủy ban nhân dân\nphường Ba Đình".to_owned(),
            number: Some(5),
            symbol: "BC-UBND".to_owned(),
            place: "Ba Đình".to_owned(),
            date: day(2024, 7, 8),
        },
        kind: "BÁO CÁO".to_owned(),
        subject: "Kết quả thực hiện Tháng hành động vì trẻ em năm 2024".to_owned(),
        addressed: vec!["Ủy ban nhân dân tỉnh Thanh Hóa".to_owned()],
        legal_bases: vec![
            "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016".to_owned(),
            "Căn cứ Thông tư số 28/2019/TT-BLĐTBXH ngày 26 tháng 12 năm 2019 của Bộ trưởng Bộ Lao động - Thương binh và \
             Xã hội hướng dẫn thực hiện Tháng hành động vì trẻ em;"
                .to_owned(),
        ],
        opening: "Thực hiện Kế hoạch số 45/KH-UBND ngày 30 tháng 5 năm 2024 về việc triển khai thực hiện Tháng hành \
                  động vì trẻ em năm 2024 với chủ đề “Hành động thiết thực, ưu tiên nguồn lực cho trẻ em”, Ủy ban nhân \
                  dân phường Ba Đình báo cáo kết quả như sau:"
            .to_owned(),
        sections: vec![leading(), results(), judged(), ahead()],
        closing: "Trên đây là báo cáo kết quả thực hiện Tháng hành động vì trẻ em năm 2024 của Ủy ban nhân dân phường \
                  Ba Đình."
            .to_owned(),
        signature: Signature {
            lines: vec!["TM. Ủy ban nhân dân".to_owned(), "KT. Chủ tịch".to_owned(), "Phó Chủ tịch".to_owned()],
            hint: None,
            name: Some("Nguyễn Thị Hoà".to_owned()),
        },
        recipients: [
            "Như trên",
            "Sở Y tế (để báo cáo)",
            "Thường trực Đảng ủy, Hội đồng nhân dân phường",
            "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân phường",
            "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội phường",
            "Lưu: VT, VHXH",
        ]
        .map(str::to_owned)
        .to_vec(),
        is_draft: false,
        appendix: appendix(),
    }
}

fn leading() -> ReportSection {
    with_items(
        "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        "Ủy ban nhân dân phường đã ban hành 04 văn bản chỉ đạo, giao nhiệm vụ cho 21 cơ quan, đơn vị, khu phố, trường \
         học; tổ chức 02 cuộc họp giao ban.",
        &[
            "Kế hoạch số 45/KH-UBND ngày 30 tháng 5 năm 2024 triển khai thực hiện Tháng hành động vì trẻ em năm 2024;",
            "Công văn số 112/UBND-VHXH ngày 03 tháng 6 năm 2024 về tổ chức Tết Thiếu nhi 01/6;",
            "Phương án số 07/PA-CAP ngày 31 tháng 5 năm 2024 bảo đảm an ninh, trật tự, an toàn cho trẻ em.",
        ],
    )
}

fn results() -> ReportSection {
    let mut communication = section(
        "Công tác truyền thông",
        "Tổ chức 36 buổi phát thanh, 12 buổi truyền thông trực tiếp với 2.145 lượt người nghe; treo 64 băng-rôn, khẩu \
         hiệu trên các trục đường chính và tại 11 khu phố.",
    );
    communication.table = Some(ReportTable {
        title: "Kết quả treo băng-rôn theo khu phố".to_owned(),
        columns: vec![
            ReportColumn { title: "Khu phố".to_owned(), weight: 5, is_number: false },
            ReportColumn { title: "Kế hoạch".to_owned(), weight: 2, is_number: true },
            ReportColumn { title: "Đã treo".to_owned(), weight: 2, is_number: true },
        ],
        rows: (1..=6)
            .map(|place| vec![Value::Text(format!("Khu phố {place}")), Value::Number(10), Value::Number(9 + place % 3)])
            .collect(),
        total: Some(vec![Value::Text("Cộng".to_owned()), Value::Number(60), Value::Number(60)]),
    });
    let mut gifts = section(
        "Hoạt động thăm hỏi, tặng quà",
        "Trao 186 suất quà cho trẻ em có hoàn cảnh đặc biệt, trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt với tổng trị \
         giá 93.000.000 đồng; 12 suất học bổng “Tiếp bước đến trường”.",
    );
    gifts.chart = Some(Chart {
        title: "Số suất quà tặng trẻ em theo đối tượng, năm 2024 so với năm 2023".to_owned(),
        kind: ChartKind::Columns,
        unit: String::new(),
        categories: ["Khuyết tật", "Mồ côi", "Hộ nghèo", "Hộ cận nghèo", "Học sinh giỏi"].map(str::to_owned).to_vec(),
        series: vec![
            Series { name: "Năm 2024".to_owned(), values: [24.0, 12.0, 52.0, 48.0, 50.0].map(Some).to_vec() },
            Series { name: "Năm 2023".to_owned(), values: vec![Some(22.0), None, Some(60.0), Some(41.0), Some(38.0)] },
        ],
    });
    let mut protection = section(
        "Công tác bảo vệ trẻ em",
        "Rà soát, cập nhật thông tin 3.412 trẻ em. Tiếp nhận, xử lý 06 thông tin về trẻ em có nguy cơ bị xâm hại; 100% \
         được đánh giá ban đầu trong 12 giờ.",
    );
    protection.sections = vec![
        section("Phòng ngừa", "Tổ chức 03 lớp tập huấn cho cha, mẹ, người chăm sóc trẻ em với 214 người tham dự."),
        with_items("Hỗ trợ, can thiệp", "", &["Đang hỗ trợ: <5 trường hợp.", "Đã kết thúc: 02 trường hợp."]),
    ];
    protection.sections[1].paragraphs.clear();
    ReportSection {
        title: "KẾT QUẢ THỰC HIỆN".to_owned(),
        paragraphs: vec!["Đến ngày 30 tháng 6 năm 2024, các đơn vị đã hoàn thành 118/126 nhiệm vụ (93,7%).".to_owned()],
        chart: Some(progress()),
        sections: vec![
            communication,
            section(
                "Lễ phát động, các sự kiện",
                "Lễ phát động Tháng hành động vì trẻ em được tổ chức ngày 01 tháng 6 năm 2024 tại Nhà văn hóa phường \
                 với 420 trẻ em và 160 cha, mẹ, thầy cô giáo tham dự, bảo đảm an toàn tuyệt đối.",
            ),
            gifts,
            protection,
            section(
                "Phòng, chống tai nạn thương tích, đuối nước trẻ em",
                "Rà soát 17 điểm có nguy cơ đuối nước, cắm biển cảnh báo 15 điểm, rào chắn 06 điểm; mở 04 lớp dạy bơi \
                 cho 132 em. Trong tháng không có trẻ em tử vong do đuối nước.",
            ),
            section(
                "Chăm sóc sức khỏe trẻ em",
                "Khám sức khỏe, cân đo cho 1.286 trẻ em; cấp mới 58 thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi.",
            ),
            section(
                "Vui chơi, giải trí, sự tham gia của trẻ em",
                "Tổ chức diễn đàn trẻ em cấp phường với 85 em; 43 ý kiến, kiến nghị của trẻ em được trả lời.",
            ),
            section(
                "Bàn giao, tiếp nhận trẻ em về sinh hoạt hè",
                "11/11 khu phố tiếp nhận 1.876 học sinh về sinh hoạt hè; tổ chức 44 buổi sinh hoạt.",
            ),
            section(
                "Vận động nguồn lực",
                "Vận động 28 tổ chức, cá nhân ủng hộ 164.500.000 đồng (tiền mặt 121.000.000 đồng, hiện vật quy tiền \
                 43.500.000 đồng).",
            ),
            section(
                "Kiểm tra, giám sát",
                "Tổ chức 03 cuộc kiểm tra tại 09 đơn vị; 07/08 kiến nghị sau kiểm tra đã được khắc phục.",
            ),
        ],
        ..ReportSection::default()
    }
}

fn progress() -> Chart {
    let units = [
        ("Công an phường", 100.0),
        ("Trạm Y tế phường", 100.0),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh phường", 95.5),
        ("Hội Liên hiệp Phụ nữ phường", 92.3),
        ("Trường Tiểu học Ba Đình", 90.0),
        ("Trường Trung học cơ sở Ba Đình", 87.5),
        ("Phòng Văn hóa - Xã hội", 83.3),
        ("Khu phố 7", 66.7),
    ];
    Chart {
        title: "Tỷ lệ hoàn thành nhiệm vụ theo đơn vị".to_owned(),
        kind: ChartKind::Bars,
        unit: "%".to_owned(),
        categories: units.map(|(name, _)| name.to_owned()).to_vec(),
        series: vec![Series {
            name: "Tỷ lệ hoàn thành".to_owned(),
            values: units.map(|(_, part)| Some(part)).to_vec(),
        }],
    }
}

fn judged() -> ReportSection {
    ReportSection {
        title: "ĐÁNH GIÁ CHUNG".to_owned(),
        sections: vec![
            section(
                "Ưu điểm",
                "Các hoạt động được triển khai đồng bộ, thiết thực, huy động được sự tham gia của các ngành, đoàn thể.",
            ),
            section("Tồn tại, hạn chế", "08 nhiệm vụ chậm tiến độ, tập trung ở khu phố mới sáp nhập."),
            section("Nguyên nhân", "Cộng tác viên kiêm nhiệm; kinh phí còn hạn chế."),
        ],
        ..ReportSection::default()
    }
}

fn ahead() -> ReportSection {
    with_items(
        "PHƯƠNG HƯỚNG, KIẾN NGHỊ",
        "Ủy ban nhân dân phường tiếp tục thực hiện các nhiệm vụ còn lại trước ngày 31 tháng 7 năm 2024 và kiến nghị:",
        &[
            "Đề nghị Ủy ban nhân dân tỉnh hỗ trợ kinh phí xây dựng 01 bể bơi lắp ghép;",
            "Đề nghị Sở Y tế tổ chức tập huấn cho người làm công tác bảo vệ trẻ em.",
        ],
    )
}

fn row(code: &str, depth: u8, label: &str, measure: &str, value: i64, last: i64) -> Indicator {
    Indicator {
        code: code.to_owned(),
        label: label.to_owned(),
        depth,
        measure: measure.to_owned(),
        value: Value::Number(value),
        last: Value::Number(last),
        ..Indicator::default()
    }
}

fn sum(of: &[&str], indicator: Indicator) -> Indicator {
    Indicator { measured: Measured::Sum(of.iter().map(|&code| code.to_owned()).collect()), ..indicator }
}

fn share(code: &str, label: &str, part: &str, whole: &str, value: f64, last: f64) -> Indicator {
    Indicator {
        code: code.to_owned(),
        label: label.to_owned(),
        measure: "%".to_owned(),
        value: Value::Decimal(value),
        last: Value::Decimal(last),
        measured: Measured::Share { part: part.to_owned(), whole: whole.to_owned() },
        ..Indicator::default()
    }
}

fn block(title: &str, indicators: Vec<Indicator>) -> IndicatorBlock {
    IndicatorBlock { title: title.to_owned(), indicators, ..IndicatorBlock::default() }
}

/// Rows that are given, with numbers that follow from their place.
fn plain(title: &str, prefix: &str, rows: &[(&str, &str)]) -> IndicatorBlock {
    let row = |(index, (label, measure)): (usize, &(&str, &str))| {
        let value = i64::try_from(index * 37 + title.chars().count() * 3).unwrap();
        let money = if *measure == "Đồng" { 1_500_000 } else { 1 };
        row(&format!("{prefix}.{index}"), 0, label, measure, value * money, (value - 5).max(0) * money)
    };
    block(title, rows.iter().enumerate().map(row).collect())
}

fn appendix() -> Appendix {
    let mut special: Vec<Indicator> = SPECIAL
        .iter()
        .zip(1..)
        .map(|(label, number)| row(&format!("special.{number:02}"), 1, label, "Trẻ em", 6 + number * 2, 4 + number * 2))
        .collect();
    (special[4].value, special[4].last) = (Value::Small, Value::Small);
    (special[7].value, special[7].last) = (Value::Hidden, Value::Number(12));
    let mut general = vec![
        sum(
            &["children.boys", "children.girls"],
            row("children", 0, "Tổng số trẻ em dưới 16 tuổi", "Trẻ em", 3_412, 3_389),
        ),
        row("children.boys", 1, "Nam", "Trẻ em", 1_780, 1_771),
        row("children.girls", 1, "Nữ", "Trẻ em", 1_632, 1_618),
        row("children.0", 1, "Dưới 6 tuổi", "Trẻ em", 1_104, 1_120),
        row("children.6", 1, "Từ 6 đến dưới 11 tuổi", "Trẻ em", 1_206, 1_190),
        row("children.11", 1, "Từ 11 đến dưới 16 tuổi", "Trẻ em", 1_102, 1_079),
        row("special", 0, "Trẻ em có hoàn cảnh đặc biệt", "Trẻ em", 224, 196),
    ];
    general.extend(special);
    general.push(share("special.share", "Tỷ lệ trẻ em có hoàn cảnh đặc biệt", "special", "children", 6.6, 5.8));
    general.push(row("poor", 0, "Hộ nghèo, cận nghèo có trẻ em", "Hộ", 61, 74));
    let mut blocks = vec![block("Chung", general)];
    blocks.extend(OTHERS.iter().map(|(title, prefix, rows)| plain(title, prefix, rows)));
    blocks[3].indicators[1].note = "Trong đó 43,5 triệu đồng là hiện vật".to_owned();
    blocks[5].table = Some(injuries());
    Appendix {
        title: "Số liệu kết quả thực hiện Tháng hành động vì trẻ em năm 2024".to_owned(),
        this_period: "Năm 2024".to_owned(),
        last_period: "Năm 2023".to_owned(),
        blocks,
    }
}

fn injuries() -> ReportTable {
    let kinds = ["Ngã", "Bỏng/cháy", "Tai nạn giao thông", "Đuối nước", "Súc vật cắn", "Các loại khác"];
    let column = |title: &str, weight, is_number| ReportColumn { title: title.to_owned(), weight, is_number };
    let rows = kinds.iter().zip(1_i64..);
    ReportTable {
        title: "Trẻ em mắc tai nạn thương tích theo loại".to_owned(),
        columns: vec![
            column("Loại tai nạn thương tích", 5, false),
            column("Nam", 2, true),
            column("Nữ", 2, true),
            column("Tổng số mắc", 2, true),
        ],
        rows: rows
            .map(|(kind, number)| {
                let (boys, girls) = (12 - number, 9 - number);
                vec![
                    Value::Text((*kind).to_owned()),
                    Value::Number(boys),
                    Value::Number(girls),
                    Value::Number(boys + girls),
                ]
            })
            .collect(),
        total: Some(vec![Value::Text("Cộng".to_owned()), Value::Number(51), Value::Number(33), Value::Number(84)]),
    }
}

const SPECIAL: [&str; 14] = [
    "Trẻ em mồ côi cả cha và mẹ",
    "Trẻ em bị bỏ rơi",
    "Trẻ em không nơi nương tựa",
    "Trẻ em khuyết tật",
    "Trẻ em nhiễm HIV/AIDS",
    "Trẻ em vi phạm pháp luật",
    "Trẻ em nghiện ma túy",
    "Trẻ em phải bỏ học kiếm sống chưa hoàn thành phổ cập giáo dục trung học cơ sở",
    "Trẻ em bị tổn hại nghiêm trọng về thể chất và tinh thần do bị bạo lực",
    "Trẻ em bị bóc lột",
    "Trẻ em bị xâm hại tình dục",
    "Trẻ em bị mua bán",
    "Trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo, cận nghèo",
    "Trẻ em di cư, trẻ em lánh nạn, tị nạn chưa xác định được cha mẹ hoặc không có người chăm sóc",
];

type Rows = &'static [(&'static str, &'static str)];

const OTHERS: [(&str, &str, Rows); 13] = [
    (
        "Truyền thông",
        "comm",
        &[
            ("Buổi truyền thông trực tiếp", "Buổi"),
            ("Lượt người tham dự", "Lượt người"),
            ("Tin, bài phát thanh", "Tin, bài"),
            ("Băng-rôn, pa-nô, khẩu hiệu", "Chiếc"),
            ("Tài liệu, tờ rơi phát ra", "Tờ"),
            ("Bài trên cổng thông tin điện tử, mạng xã hội", "Bài"),
        ],
    ),
    (
        "Sự kiện",
        "event",
        &[
            ("Số sự kiện, lễ phát động", "Cuộc"),
            ("Trẻ em tham gia", "Lượt trẻ em"),
            ("Kinh phí tổ chức", "Đồng"),
            ("Phương án bảo đảm an toàn được duyệt", "Phương án"),
        ],
    ),
    (
        "Thăm, tặng quà",
        "gift",
        &[
            ("Số suất quà", "Suất"),
            ("Tổng trị giá", "Đồng"),
            ("Từ ngân sách nhà nước", "Đồng"),
            ("Từ vận động", "Đồng"),
            ("Từ Quỹ Bảo trợ trẻ em", "Đồng"),
        ],
    ),
    (
        "Học bổng, đỡ đầu",
        "grant",
        &[
            ("Số em nhận học bổng", "Trẻ em"),
            ("Số tiền học bổng", "Đồng"),
            ("Số em được nhận đỡ đầu", "Trẻ em"),
            ("Đơn vị, cá nhân đỡ đầu", "Đơn vị"),
        ],
    ),
    (
        "Tai nạn thương tích",
        "injury",
        &[
            ("Trẻ em mắc tai nạn thương tích", "Trẻ em"),
            ("Trẻ em tử vong", "Trẻ em"),
            ("Trẻ em bị khuyết tật do tai nạn", "Trẻ em"),
        ],
    ),
    (
        "Sức khỏe",
        "health",
        &[
            ("Trẻ em được khám sức khỏe", "Trẻ em"),
            ("Trẻ em được hỗ trợ phẫu thuật tim", "Trẻ em"),
            ("Trẻ em được phục hồi chức năng", "Trẻ em"),
            ("Thẻ bảo hiểm y tế cấp cho trẻ em dưới 6 tuổi", "Thẻ"),
            ("Trẻ em uống vitamin A", "Trẻ em"),
        ],
    ),
    (
        "Bảo vệ trẻ em",
        "case",
        &[
            ("Thông tin tiếp nhận", "Vụ việc"),
            ("Đã xác thực", "Vụ việc"),
            ("Đã có kế hoạch hỗ trợ, can thiệp", "Vụ việc"),
            ("Đang hỗ trợ", "Vụ việc"),
            ("Đã kết thúc", "Vụ việc"),
            ("Chuyển cơ quan công an", "Vụ việc"),
            ("Quá hạn 12 giờ, 05 ngày làm việc", "Vụ việc"),
        ],
    ),
    (
        "Bơi, kỹ năng an toàn",
        "swim",
        &[
            ("Lớp dạy bơi", "Lớp"),
            ("Trẻ em học bơi", "Trẻ em"),
            ("Trẻ em biết bơi", "Trẻ em"),
            ("Điểm nguy hiểm đã rà soát", "Điểm"),
            ("Điểm nguy hiểm đã khắc phục", "Điểm"),
            ("Biển cảnh báo", "Biển"),
        ],
    ),
    (
        "Sự tham gia của trẻ em",
        "voice",
        &[
            ("Diễn đàn trẻ em", "Cuộc"),
            ("Câu lạc bộ quyền trẻ em", "Câu lạc bộ"),
            ("Trẻ em tham gia", "Trẻ em"),
            ("Ý kiến của trẻ em", "Ý kiến"),
            ("Ý kiến được trả lời", "Ý kiến"),
        ],
    ),
    (
        "Sinh hoạt hè",
        "summer",
        &[
            ("Trẻ em được bàn giao", "Trẻ em"),
            ("Trẻ em được tiếp nhận", "Trẻ em"),
            ("Buổi sinh hoạt hè", "Buổi"),
            ("Lượt trẻ em tham gia", "Lượt trẻ em"),
            ("Trẻ em xếp loại tốt", "Trẻ em"),
        ],
    ),
    (
        "Nguồn lực",
        "money",
        &[
            ("Ngân sách nhà nước", "Đồng"),
            ("Vận động bằng tiền", "Đồng"),
            ("Vận động bằng hiện vật, quy tiền", "Đồng"),
            ("Tổ chức, cá nhân ủng hộ", "Đơn vị"),
        ],
    ),
    (
        "Công trình cho trẻ em",
        "site",
        &[
            ("Công trình xây mới", "Công trình"),
            ("Điểm vui chơi nâng cấp", "Điểm"),
            ("Kinh phí xây dựng, nâng cấp", "Đồng"),
        ],
    ),
    (
        "Kiểm tra, giám sát",
        "check",
        &[("Cuộc kiểm tra", "Cuộc"), ("Kiến nghị sau kiểm tra", "Kiến nghị"), ("Kiến nghị đã khắc phục", "Kiến nghị")],
    ),
];
