//! What the demo's campaign says, in the words of the plan of 2024.

use crate::features::communications::model::CommunicationChannel as Channel;

/// Who carries an item out.
#[derive(Clone, Copy)]
pub enum Doing {
    Neighborhoods,
    Schools,
    /// The desk that wrote it.
    Writer,
}

/// An item; its days are counted from today.
pub struct Item {
    pub channel: Channel,
    pub title: &'static str,
    pub body: &'static str,
    pub reader: &'static str,
    pub from: i64,
    pub to: i64,
    pub weekdays: &'static [i32],
    pub times: &'static [&'static str],
    pub doing: Doing,
    /// Place and count; the first stands in the first neighborhood.
    pub places: &'static [(&'static str, i32)],
    pub link: &'static str,
    pub copies: Option<i32>,
}

const EMPTY: Item = Item {
    channel: Channel::Loudspeaker,
    title: "",
    body: "",
    reader: "",
    from: 0,
    to: 0,
    weekdays: &[],
    times: &[],
    doing: Doing::Writer,
    places: &[],
    link: "",
    copies: None,
};

pub const ITEMS: &[Item] = &[
    Item {
        title: "Hưởng ứng Tháng hành động vì trẻ em",
        body: "Kính thưa toàn thể nhân dân!\n\
            Tháng hành động vì trẻ em năm nay có chủ đề: “Hành động thiết thực, ưu tiên nguồn lực cho trẻ em”. \
            UBND phường kêu gọi mỗi gia đình, mỗi cơ quan, trường học và đoàn thể làm một việc cụ thể vì trẻ em: dành \
            thời gian lắng nghe con, sửa lại rào ao, giếng quanh nhà, thăm hỏi trẻ em có hoàn cảnh khó khăn, đóng góp \
            sách vở cho tủ sách khu phố.\n\
            Toàn dân chăm sóc, giáo dục và bảo vệ trẻ em.",
        reader: "Phát thanh viên Đài truyền thanh phường",
        from: -20,
        to: 10,
        times: &["05:30", "17:00"],
        doing: Doing::Neighborhoods,
        ..EMPTY
    },
    Item {
        title: "Phòng, chống đuối nước cho trẻ em trong dịp hè",
        body: "Kính thưa bà con!\n\
            Hè là thời gian trẻ em dễ bị đuối nước nhất. Mỗi gia đình hãy nhớ năm việc:\n\
            Một, không để trẻ ra ao, hồ, sông, suối một mình; trẻ nhỏ luôn có người lớn trông trong tầm tay.\n\
            Hai, rào ao, đậy nắp giếng, bể nước, hố vôi; đổ hết nước trong xô, chậu sau khi dùng.\n\
            Ba, cho con học bơi và học kỹ năng an toàn dưới nước.\n\
            Bốn, mặc áo phao khi đi thuyền, đò.\n\
            Năm, thấy người đuối nước thì hô to gọi người lớn, ném dây, ném phao hoặc vật nổi; trẻ em không nhảy xuống cứu.\n\
            Gia đình, cộng đồng giám sát, trông giữ trẻ em để phòng, chống đuối nước.",
        reader: "Trưởng khu phố hoặc người được phân công",
        from: -15,
        to: 14,
        times: &["05:30", "17:00"],
        doing: Doing::Neighborhoods,
        ..EMPTY
    },
    Item {
        title: "Tổng đài 111 – tiếp nhận thông tin mọi lúc, bảo vệ trẻ em mọi nơi",
        body: "Kính thưa bà con!\n\
            Khi thấy trẻ em bị bạo lực, xâm hại, bỏ rơi hoặc có nguy cơ bị hại, hãy gọi ngay Tổng đài điện thoại quốc gia \
            bảo vệ trẻ em số 111. Tổng đài trực 24 giờ mỗi ngày, miễn phí cuộc gọi, giữ bí mật người báo tin.\n\
            Bà con cũng có thể gọi Tổng đài Ngôi nhà Ánh Dương Thanh Hóa số 18001744, báo Công an phường, UBND phường hoặc \
            trưởng khu phố nơi gần nhất. Báo tin sớm là cứu một đứa trẻ.",
        reader: "Trưởng khu phố hoặc người được phân công",
        from: -12,
        to: 14,
        weekdays: &[1, 3, 5],
        times: &["17:00"],
        doing: Doing::Neighborhoods,
        ..EMPTY
    },
    Item {
        title: "Chính sách dành cho trẻ em: ai được hưởng, hỏi ở đâu",
        body: "Kính thưa bà con!\n\
            Trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế miễn phí. Trẻ em có hoàn cảnh đặc biệt được trợ giúp xã hội, hỗ trợ \
            học tập, tư vấn tâm lý và trợ giúp pháp lý. Trẻ em mắc bệnh tim bẩm sinh, khuyết tật được hỗ trợ phẫu thuật, phục \
            hồi chức năng theo quy định.\n\
            Gia đình nào chưa được hưởng, xin gặp trưởng khu phố hoặc công chức chính sách xã hội tại UBND phường để được \
            hướng dẫn.",
        reader: "Phát thanh viên Đài truyền thanh phường",
        from: -24,
        to: -10,
        weekdays: &[2, 4, 6],
        times: &["17:00"],
        doing: Doing::Neighborhoods,
        ..EMPTY
    },
    Item {
        channel: Channel::Banner,
        title: "Băng-rôn chủ đề trên các trục đường chính",
        body: "Hành động thiết thực, ưu tiên nguồn lực cho trẻ em",
        from: -20,
        to: 10,
        doing: Doing::Neighborhoods,
        places: &[
            ("Cổng chào đường Hoa Phượng", 2),
            ("Ngã tư đường Hoa Phượng – Lò Gạch", 2),
            ("Trước nhà văn hóa, đường Vườn Xoài", 2),
            ("Đầu chợ Chiều, đường Bến Đá", 2),
            ("Cầu Suối Trong, đường Bến Đá", 2),
            ("Cổng trường, đường Sen Hồng", 2),
            ("Ngã ba đường Sen Hồng – Đồi Thông", 2),
            ("Sân vận động, đường Đồi Thông", 2),
            ("Bến xe buýt, đường Mỏ Trắng", 2),
            ("Ngã ba đường Mỏ Trắng – Hàng Dừa", 2),
            ("Cuối đường Hàng Dừa", 2),
        ],
        ..EMPTY
    },
    Item {
        channel: Channel::Banner,
        title: "Băng-rôn cảnh báo đuối nước bên hồ, suối",
        body: "Gia đình, cộng đồng giám sát, trông giữ trẻ em để phòng, chống đuối nước",
        from: -14,
        to: 14,
        doing: Doing::Writer,
        places: &[("Hồ Đá Xanh, lối xuống phía đông", 2), ("Suối Trong, chân cầu đường Bến Đá", 1)],
        ..EMPTY
    },
    Item {
        channel: Channel::Poster,
        title: "Áp-phích Tổng đài 111 tại nhà văn hóa và trường học",
        body: "Tổng đài 111 – tiếp nhận thông tin mọi lúc, bảo vệ trẻ em mọi nơi",
        from: -10,
        to: 14,
        doing: Doing::Schools,
        places: &[("Bảng tin cổng trường", 2), ("Bảng tin sân trường", 3), ("Hành lang tầng 1", 3)],
        ..EMPTY
    },
    Item {
        channel: Channel::Website,
        title: "Bài trên Trang thông tin điện tử: phát động Tháng hành động vì trẻ em",
        body: "UBND phường phát động Tháng hành động vì trẻ em với chủ đề “Hành động thiết thực, ưu tiên nguồn lực cho trẻ em”. \
            Trong tháng, phường tổ chức thăm, tặng quà trẻ em có hoàn cảnh đặc biệt, diễn đàn trẻ em, lớp dạy bơi và các sân \
            chơi hè tại nhà văn hóa khu phố.",
        from: -20,
        to: -18,
        ..EMPTY
    },
    Item {
        channel: Channel::SocialNetwork,
        title: "Bài đăng: năm việc để con không bị đuối nước",
        body: "Rào ao, đậy giếng, đổ nước xô chậu – trông trẻ trong tầm tay – cho con học bơi – mặc áo phao khi đi đò – thấy người \
            đuối nước thì gọi người lớn, không nhảy xuống. Chia sẻ để mọi nhà cùng nhớ. Đường dây nóng: 111.",
        from: -8,
        to: 14,
        ..EMPTY
    },
    Item {
        channel: Channel::Leaflet,
        title: "Tờ rơi an toàn mùa hè gửi phụ huynh",
        body: "Trước khi con nghỉ hè, cha mẹ hãy dặn con: không chơi gần ao hồ, đường sắt, trạm điện; đội mũ bảo hiểm khi đi xe; \
            không đi cùng người lạ; nhớ số điện thoại của cha mẹ và số 111.",
        from: -6,
        to: 7,
        doing: Doing::Schools,
        copies: Some(200),
        ..EMPTY
    },
    Item {
        channel: Channel::School,
        title: "Nói chuyện dưới cờ: kỹ năng tự bảo vệ, phòng tránh xâm hại",
        body: "Quy tắc năm ngón tay; quyền nói “không”; ai là người tin cậy để kể; gọi 111 khi cần.",
        from: 2,
        to: 9,
        doing: Doing::Schools,
        ..EMPTY
    },
];

/// What is not approved: who wrote it, and why it came back.
pub const DRAFTS: &[(&str, Item, Option<&str>)] = &[
    (
        "chinhsach",
        Item {
            title: "Phòng ngừa và chấm dứt lao động trẻ em",
            body: "Kính thưa bà con!\n\
                Trẻ em có quyền được học tập và vui chơi. Không thuê, không bắt trẻ em làm việc nặng nhọc, độc hại, quá giờ. Thấy \
                trẻ em phải lao động trái quy định, hãy báo UBND phường hoặc gọi 111.\n\
                Phòng ngừa và chấm dứt lao động trẻ em vì sự phát triển bền vững.",
            from: 3,
            to: 14,
            times: &["05:30"],
            doing: Doing::Neighborhoods,
            ..EMPTY
        },
        None,
    ),
    (
        "doan",
        Item {
            channel: Channel::SocialNetwork,
            title: "Cuộc thi ảnh “Mùa hè của em”",
            body: "Gửi ảnh các em vui chơi tại sinh hoạt hè để đăng trên trang của Đoàn phường.",
            from: 1,
            to: 14,
            ..EMPTY
        },
        Some("Ảnh trẻ em chỉ đăng khi cha mẹ đồng ý. Đề nghị bổ sung cách xin ý kiến và che mặt nếu chưa có đồng ý."),
    ),
];
