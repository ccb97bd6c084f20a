//! Safety advice that every ward may begin with, in plain words; each ward changes it to its own ponds and roads.

/// Title and body.
pub const ADVICE: [(&str, &str); 7] = [
    (
        "Phòng đuối nước",
        "Không để trẻ nhỏ một mình gần ao, hồ, sông, giếng, chum nước, dù chỉ một phút.\n\
         Rào ao, đậy giếng, đậy bể. Cho trẻ học bơi và mặc áo phao khi đi thuyền.\n\
         Thấy người đuối nước: gọi người lớn, ném phao, sào, dây. Trẻ em không nhảy xuống cứu.",
    ),
    (
        "Phòng điện giật",
        "Che ổ điện trong tầm tay trẻ. Sửa ngay dây hở, phích lỏng.\n\
         Tay ướt không chạm đồ điện; không vừa sạc vừa dùng điện thoại.\n\
         Có người bị điện giật: ngắt cầu dao trước, không chạm tay vào người bị giật, gọi 115.",
    ),
    (
        "Phòng xâm hại",
        "Dạy trẻ: không ai được chạm vào vùng đồ bơi che, kể cả người quen.\n\
         Thấy sợ thì nói “Không”, bỏ đi, kể ngay với người lớn con tin.\n\
         Trẻ kể thì hãy tin và bình tĩnh nghe. Đừng tra hỏi nhiều lần, đừng đăng lên mạng. Gọi 111.",
    ),
    (
        "An toàn trên mạng",
        "Không gửi ảnh riêng tư, địa chỉ, trường lớp cho người chỉ quen trên mạng; không đi gặp một mình.\n\
         Bị dọa, bị bắt nạt, bị xin ảnh: không trả lời, chụp lại màn hình, báo cha mẹ, gọi 111.\n\
         Cha mẹ cũng nên hỏi con trước khi đăng ảnh của con.",
    ),
    (
        "An toàn giao thông",
        "Trẻ từ 6 tuổi ngồi xe máy phải đội mũ bảo hiểm cài quai. Trẻ nhỏ ngồi giữa, có đai.\n\
         Không giao xe máy cho trẻ chưa đủ tuổi.\n\
         Qua đường: dừng lại, nhìn hai phía, nắm tay người lớn. Không chơi dưới lòng đường, đường tàu.",
    ),
    (
        "Phòng bỏng",
        "Để phích nước, nồi canh, bật lửa xa tầm tay trẻ; quay cán chảo vào trong.\n\
         Bị bỏng: xối nước sạch, mát ngay trong khoảng 20 phút. Không bôi kem đánh răng, nước mắm.\n\
         Bỏng rộng, bỏng mặt, bỏng điện: che vải sạch, đưa đi viện, gọi 115.",
    ),
    (
        "Phòng ngã",
        "Làm chấn song cửa sổ, lan can ban công; không kê ghế, thùng gần đó.\n\
         Chắn cầu thang khi nhà có trẻ nhỏ. Lau khô nền trơn.\n\
         Ngã đập đầu, nôn, lơ mơ, hoặc nghi gãy xương, đau cổ: không bế xốc, gọi 115.",
    ),
];
