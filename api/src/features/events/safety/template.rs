//! The checklist that a plan begins with: what the ward's police and officers look at wherever children meet. Data, not
//! law: no decree prescribes it (docs/decisions.md). For water: the Ministry of Health's guide, QĐ 306/QĐ-BYT.

use super::model::{SafetyRisk, SafetyTopic};
use super::rules::Situation;

/// Grows with every change of the points: a plan keeps the words that it was answered in.
pub const VERSION: i32 = 1;

/// Points of a plan's own, beside the template's.
pub const OTHER: &str = "other";

/// When a topic must be answered before a plan is approved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Always,
    /// A crowd, or a road.
    Traffic,
    /// A crowd, or fire.
    Fire,
    /// Water: elsewhere the topic is left out.
    Water,
    /// Under the sky, or at water.
    Weather,
    /// A crowd (stage, sound), or night.
    Electricity,
    Never,
}

struct Topic {
    key: &'static str,
    name: &'static str,
    need: Need,
    points: &'static [&'static str],
}

const TOPICS: [Topic; 12] = [
    Topic {
        key: "order",
        name: "An ninh, trật tự",
        need: Need::Always,
        points: &[
            "Phân công công an, lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở trực tại cổng và các khu vực chính",
            "Lối vào, lối ra riêng; kiểm soát số người theo sức chứa của địa điểm",
            "Người phụ trách đeo thẻ hoặc mặc áo nhận biết; không để người lạ tiếp cận riêng với trẻ",
            "Có cách xử lý khi có gây rối, người say rượu, người mang vật nguy hiểm",
        ],
    },
    Topic {
        key: "traffic",
        name: "An toàn giao thông",
        need: Need::Traffic,
        points: &[
            "Nơi để xe riêng, xe không chạy qua khu vực trẻ tập trung",
            "Có chốt giao thông tại cổng và người hướng dẫn trẻ qua đường vào giờ đến, giờ về",
            "Dùng lòng đường, vỉa hè hoặc diễu hành: đã được phép, có phân luồng và biển báo",
            "Xe đưa đón trẻ còn hạn đăng kiểm, đủ chỗ ngồi; người lái có giấy phép phù hợp",
        ],
    },
    Topic {
        key: "fire",
        name: "Phòng cháy, chữa cháy",
        need: Need::Fire,
        points: &[
            "Bình chữa cháy còn hạn, đặt nơi dễ thấy; có người biết sử dụng",
            "Lối thoát nạn thông suốt, không khóa, không để xe hoặc đồ đạc chắn",
            "Lửa trại, bếp, hiệu ứng sân khấu: được phép, có rào cách ly và người canh đến khi tắt hẳn",
            "Xe chữa cháy vào được đến nơi tổ chức",
        ],
    },
    Topic {
        key: "first_aid",
        name: "Y tế, sơ cấp cứu",
        need: Need::Always,
        points: &[
            "Nhân viên y tế trực và túi sơ cứu tại chỗ",
            "Biết cơ sở y tế gần nhất, có xe đưa đi cấp cứu",
            "Người phụ trách nhóm biết trẻ cần lưu ý về sức khỏe; không công khai thông tin sức khỏe của trẻ",
        ],
    },
    Topic {
        key: "water_rescue",
        name: "Cứu hộ dưới nước",
        need: Need::Water,
        points: &[
            "Cứu hộ có chứng nhận, quan sát liên tục, không kiêm việc khác; người dạy bơi có chứng nhận",
            "Đủ phao, sào, dây cứu và áo phao đúng cỡ ngay tại chỗ",
            "Vùng nước nông có rào hoặc phao giới hạn; kiểm tra độ sâu, dòng chảy, chất lượng nước trước mỗi buổi",
            "Chia nhóm nhỏ theo khả năng bơi; đếm trẻ trước khi xuống nước và ngay khi lên bờ",
        ],
    },
    Topic {
        key: "weather",
        name: "Thời tiết",
        need: Need::Weather,
        points: &[
            "Theo dõi dự báo trước 24 giờ và trong buổi; có người quyết định hoãn hoặc dừng",
            "Có chỗ tránh nắng, mưa, dông sét cho toàn bộ trẻ",
            "Đủ nước uống, tránh giờ nắng gắt",
        ],
    },
    Topic {
        key: "electricity",
        name: "Điện, âm thanh, sân khấu",
        need: Need::Electricity,
        points: &[
            "Dây, ổ cắm, loa, đèn, sân khấu, phông bạt đã được kiểm tra; trẻ không chạm tới",
            "Có người phụ trách điện, biết nơi ngắt cầu dao",
            "Đủ ánh sáng ở lối đi, nơi để xe; có đèn dự phòng khi mất điện",
        ],
    },
    Topic {
        key: "food",
        name: "An toàn thực phẩm",
        need: Need::Never,
        points: &[
            "Nơi cung cấp suất ăn, nước uống có giấy chứng nhận an toàn thực phẩm; lưu mẫu 24 giờ",
            "Hỏi trước về dị ứng; không phát đồ ăn không rõ nguồn gốc",
        ],
    },
    Topic {
        key: "lost_child",
        name: "Trẻ lạc",
        need: Need::Always,
        points: &[
            "Có điểm đón trẻ lạc dễ thấy, luôn có hai người lớn trực",
            "Loa chỉ báo quần áo, đặc điểm; không đọc tên, địa chỉ của trẻ",
            "Giao trẻ cho đúng người chăm sóc, có ghi sổ; tìm tại chỗ không thấy thì báo ngay Công an phường",
        ],
    },
    Topic {
        key: "pick_up",
        name: "Đón, trả trẻ",
        need: Need::Always,
        points: &[
            "Có danh sách người được đón; không giao trẻ cho người ngoài danh sách",
            "Điểm đón trả có người trực đến khi trẻ cuối cùng về",
        ],
    },
    Topic {
        key: "headcount",
        name: "Điểm danh, đếm trẻ",
        need: Need::Always,
        points: &[
            "Chia nhóm; mỗi nhóm có người lớn phụ trách và danh sách điểm danh",
            "Đếm trẻ khi đến, sau mỗi lần di chuyển và trước khi về",
        ],
    },
    Topic {
        key: "evacuation",
        name: "Thoát nạn, sơ tán",
        need: Need::Always,
        points: &[
            "Có sơ đồ lối thoát và điểm tập kết, đã phổ biến cho người phụ trách các nhóm",
            "Phân công người phát lệnh dừng, người dẫn từng nhóm ra, người kiểm tra cuối cùng",
            "Đếm lại trẻ tại điểm tập kết và báo người chỉ huy",
        ],
    },
];

impl Need {
    fn is_met(self, of: &Situation) -> bool {
        match self {
            Self::Always => true,
            Self::Traffic => of.crowd || of.road,
            Self::Fire => of.crowd || of.fire,
            Self::Water => of.water,
            Self::Weather => of.outdoors || of.water,
            Self::Electricity => of.crowd || of.night,
            Self::Never => false,
        }
    }
}

/// The topics for an event, with what must be answered.
pub fn topics(of: &Situation) -> Vec<SafetyTopic> {
    let fits = |topic: &&Topic| topic.need != Need::Water || of.water;
    let shape = |topic: &Topic| SafetyTopic {
        topic: topic.key.to_owned(),
        name: topic.name.to_owned(),
        required: topic.need.is_met(of),
        points: topic.points.iter().map(|&point| point.to_owned()).collect(),
    };
    TOPICS.iter().filter(fits).map(shape).collect()
}

/// What people call a topic; nothing for one that is none.
pub fn topic_name(key: &str) -> Option<&'static str> {
    if key == OTHER {
        return Some("Nội dung khác");
    }
    TOPICS.iter().find(|topic| topic.key == key).map(|topic| topic.name)
}

/// Where a topic stands on paper.
pub fn rank(key: &str) -> usize {
    TOPICS.iter().position(|topic| topic.key == key).unwrap_or(TOPICS.len())
}

/// Dangers to think of, with what is usually done against each; weights are a first guess to be corrected.
pub fn risks(of: &Situation) -> Vec<SafetyRisk> {
    let all = [
        (of.water, "Trẻ đuối nước", 3, 5, "Cứu hộ chuyên trách, phao giới hạn, đếm trẻ trước và sau khi xuống nước"),
        (of.road, "Tai nạn giao thông", 3, 5, "Chốt giao thông, phân luồng, người lớn đi đầu và cuối đoàn"),
        (of.fire, "Cháy, bỏng", 2, 5, "Rào cách ly, bình chữa cháy, người canh lửa đến khi tắt hẳn"),
        (of.crowd, "Chen lấn, xô đẩy", 3, 4, "Lối vào, lối ra riêng; giới hạn số người; loa điều hành"),
        (of.night, "Thiếu sáng, trẻ về muộn một mình", 3, 3, "Đủ đèn; chỉ cho về cùng người đón"),
        (of.outdoors, "Nắng nóng, dông sét", 3, 4, "Chỗ trú cho toàn bộ trẻ; người quyết định dừng"),
        (true, "Trẻ lạc, bị người lạ dẫn đi", 2, 5, "Chia nhóm, đếm trẻ, kiểm tra người đón"),
        (true, "Trẻ ngã, chấn thương", 3, 2, "Y tế trực, túi sơ cứu, dọn vật sắc nhọn"),
    ];
    let shape = |(_, what, likelihood, harm, measure): (bool, &str, i32, i32, &str)| SafetyRisk {
        what: what.to_owned(),
        likelihood,
        harm,
        measure: measure.to_owned(),
    };
    all.into_iter().filter(|(fits, ..)| *fits).map(shape).collect()
}
