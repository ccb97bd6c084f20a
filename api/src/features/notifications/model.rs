//! Bodies and rows of notifications.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::types::{Id, Instant};
use crate::error::Message;
use crate::text_enum;

text_enum! {
    /// What happened.
    pub enum Kind {
        TaskAssigned = "task_assigned",
        TaskReminder = "task_reminder",
        TaskSubmitted = "task_submitted",
        TaskAccepted = "task_accepted",
        TaskReturned = "task_returned",
        TaskCancelled = "task_cancelled",
        TaskComment = "task_comment",
        PlanPublished = "plan_published",
        ObstacleRaised = "obstacle_raised",
        ObstacleEscalated = "obstacle_escalated",
        ObstacleAnswered = "obstacle_answered",
        ObstacleClosed = "obstacle_closed",
        SummerHandedOver = "summer_handed_over",
        SummerReceived = "summer_received",
        SummerReopened = "summer_reopened",
        SummerReturned = "summer_returned",
        ConcernReceived = "concern_received",
        ConcernToConfirm = "concern_to_confirm",
        ConcernReferred = "concern_referred",
        ConcernDue = "concern_due",
        ConcernLate = "concern_late",
        ConcernSentBack = "concern_sent_back",
        CaseOpened = "case_opened",
        CaseAssigned = "case_assigned",
        CaseToDecide = "case_to_decide",
        CaseDecided = "case_decided",
        CaseNews = "case_news",
        CaseDue = "case_due",
        CaseLate = "case_late",
        GlassBroken = "glass_broken",
        ReferralAsked = "referral_asked",
        ReferralUnanswered = "referral_unanswered",
        EventProposed = "event_proposed",
        EventApproved = "event_approved",
        EventReturned = "event_returned",
        EventMoved = "event_moved",
        EventChanged = "event_changed",
        EventCancelled = "event_cancelled",
        EventOverfull = "event_overfull",
        EventPlaceFree = "event_place_free",
        SafetyPlanAsked = "safety_plan_asked",
        SafetyPlanDrafted = "safety_plan_drafted",
        SafetyPlanApproved = "safety_plan_approved",
        SafetyPlanReturned = "safety_plan_returned",
        CommunicationToApprove = "communication_to_approve",
        CommunicationApproved = "communication_approved",
        CommunicationReturned = "communication_returned",
        CommunicationCancelled = "communication_cancelled",
        ReportReminder = "report_reminder",
        ReportSubmitted = "report_submitted",
        ReportApproved = "report_approved",
        ReportReturned = "report_returned",
        ReportSent = "report_sent",
        ReportAcknowledged = "report_acknowledged",
        ReportRevised = "report_revised",
        InspectionPlanned = "inspection_planned",
        InspectionChanged = "inspection_changed",
        InspectionDone = "inspection_done",
        InspectionCancelled = "inspection_cancelled",
        RecommendationMade = "recommendation_made",
        RecommendationFixed = "recommendation_fixed",
        RecommendationVerified = "recommendation_verified",
        RecommendationReturned = "recommendation_returned",
        RecommendationWithdrawn = "recommendation_withdrawn",
        RecommendationReminder = "recommendation_reminder",
        RecommendationDue = "recommendation_due",
        RecommendationLate = "recommendation_late",
        CommendationProposed = "commendation_proposed",
        CommendationDecided = "commendation_decided",
        CommendationDeclined = "commendation_declined",
        WebhookSwitchedOff = "webhook_switched_off",
        BackupMissing = "backup_missing",
        AccountLocked = "account_locked",
        BreachReported = "breach_reported",
        BreachClock = "breach_clock",
        BreachDue = "breach_due",
        BreachLate = "breach_late",
    }
}

impl Kind {
    /// What is mailed within minutes; everything else waits for the digest.
    pub const URGENT: [Self; 26] = [
        Self::TaskReminder,
        Self::TaskReturned,
        Self::ObstacleEscalated,
        Self::ObstacleAnswered,
        Self::ConcernReceived,
        Self::ConcernReferred,
        Self::ConcernDue,
        Self::ConcernLate,
        Self::CaseAssigned,
        Self::CaseToDecide,
        Self::CaseDue,
        Self::CaseLate,
        Self::GlassBroken,
        Self::ReferralAsked,
        Self::EventMoved,
        Self::EventCancelled,
        Self::EventOverfull,
        Self::ReportReminder,
        Self::ReportReturned,
        Self::RecommendationReturned,
        Self::RecommendationReminder,
        Self::BackupMissing,
        Self::AccountLocked,
        Self::BreachReported,
        Self::BreachDue,
        Self::BreachLate,
    ];

    /// The resource whose row is meant, as in the address.
    pub fn resource(self) -> &'static str {
        match self {
            Self::PlanPublished => "plans",
            Self::ObstacleRaised | Self::ObstacleEscalated | Self::ObstacleAnswered | Self::ObstacleClosed => {
                "obstacles"
            }
            Self::SummerHandedOver | Self::SummerReceived | Self::SummerReopened | Self::SummerReturned => "summer",
            Self::ConcernReceived
            | Self::ConcernToConfirm
            | Self::ConcernReferred
            | Self::ConcernDue
            | Self::ConcernLate
            | Self::ConcernSentBack => "concerns",
            Self::CaseOpened
            | Self::CaseAssigned
            | Self::CaseToDecide
            | Self::CaseDecided
            | Self::CaseNews
            | Self::CaseDue
            | Self::CaseLate
            | Self::ReferralUnanswered => "cases",
            Self::CommunicationToApprove
            | Self::CommunicationApproved
            | Self::CommunicationReturned
            | Self::CommunicationCancelled => "communications",
            // The plan whose reports are meant: there is none yet.
            Self::ReportReminder => "reports_due",
            Self::ReportSubmitted
            | Self::ReportApproved
            | Self::ReportReturned
            | Self::ReportSent
            | Self::ReportAcknowledged
            | Self::ReportRevised => "reports",
            Self::InspectionPlanned | Self::InspectionChanged | Self::InspectionDone | Self::InspectionCancelled => {
                "inspections"
            }
            Self::RecommendationMade
            | Self::RecommendationFixed
            | Self::RecommendationVerified
            | Self::RecommendationReturned
            | Self::RecommendationWithdrawn
            | Self::RecommendationReminder
            | Self::RecommendationDue
            | Self::RecommendationLate => "recommendations",
            Self::CommendationProposed | Self::CommendationDecided | Self::CommendationDeclined => "commendations",
            Self::GlassBroken => "glass",
            Self::WebhookSwitchedOff => "webhooks",
            Self::ReferralAsked => "referrals",
            Self::EventProposed
            | Self::EventApproved
            | Self::EventReturned
            | Self::EventMoved
            | Self::EventChanged
            | Self::EventCancelled
            | Self::EventOverfull
            | Self::EventPlaceFree => "events",
            Self::SafetyPlanAsked | Self::SafetyPlanDrafted | Self::SafetyPlanApproved | Self::SafetyPlanReturned => {
                "safety_plans"
            }
            Self::BackupMissing => "system",
            Self::AccountLocked => "sign_ins",
            Self::BreachReported | Self::BreachClock | Self::BreachDue | Self::BreachLate => "breaches",
            _ => "tasks",
        }
    }

    /// The sentence; the same on the bell, in mails and on lock screens, so it names nobody and nothing.
    pub fn message(self) -> Message {
        let (vi, en) = match self {
            Self::TaskAssigned => ("Đơn vị anh/chị được giao một việc", "Your unit was given a task"),
            Self::TaskReminder => ("Anh/chị được đôn đốc một việc", "You are reminded of a task"),
            Self::TaskSubmitted => ("Có một việc vừa trình, chờ xem", "A task was handed in and waits for you"),
            Self::TaskAccepted => ("Một việc của đơn vị anh/chị đã được duyệt", "A task of your unit was accepted"),
            Self::TaskReturned => ("Một việc của đơn vị anh/chị bị trả lại", "A task of your unit was returned"),
            Self::TaskCancelled => ("Một việc của đơn vị anh/chị đã hủy", "A task of your unit was cancelled"),
            Self::TaskComment => ("Có trao đổi mới trong một việc", "There is a new comment on a task"),
            Self::PlanPublished => ("Kế hoạch mới đã công bố", "A plan was published"),
            Self::ObstacleRaised => ("Có một khó khăn, vướng mắc mới gửi đến", "A new obstacle was raised"),
            Self::ObstacleEscalated => ("Có một vướng mắc chuyển lên, chờ chỉ đạo", "An obstacle was passed up to you"),
            Self::ObstacleAnswered => {
                ("Vướng mắc của đơn vị anh/chị đã có trả lời", "Your unit's obstacle was answered")
            }
            Self::ObstacleClosed => ("Vướng mắc của đơn vị anh/chị đã khép lại", "Your unit's obstacle was closed"),
            Self::SummerHandedOver => ("Có một biên bản bàn giao hè chờ tiếp nhận", "A summer handover waits for you"),
            Self::SummerReceived => ("Một biên bản bàn giao hè đã được tiếp nhận", "A summer handover was received"),
            Self::SummerReopened => ("Một biên bản bàn giao hè được mở lại", "A summer handover was opened again"),
            Self::SummerReturned => ("Một biên bản bàn giao hè đã trả về trường", "A summer handover was returned"),
            // No word of what it is about: a lock screen may be read by anybody.
            Self::ConcernReceived => ("Có thông tin mới cần xem ngay", "Something new needs to be looked at now"),
            Self::ConcernToConfirm => ("Có một đề xuất chờ anh/chị xác nhận", "A proposal waits for you to confirm"),
            Self::ConcernReferred => {
                ("Có thông tin được chuyển đến đơn vị anh/chị", "Something was passed to your unit")
            }
            Self::ConcernDue => ("Có thông tin chưa xử lý, sắp đến hạn", "Something is not dealt with and due soon"),
            Self::ConcernLate => ("Có thông tin chưa xử lý, đã quá hạn", "Something is not dealt with and overdue"),
            Self::ConcernSentBack => ("Một đề xuất của anh/chị được gửi trả lại", "A proposal of yours was sent back"),
            Self::CaseOpened => ("Có một việc mới được mở", "Something new was opened"),
            Self::CaseAssigned => ("Anh/chị được giao một việc cần theo dõi", "You were given something to follow"),
            Self::CaseToDecide => ("Có một việc chờ anh/chị quyết định", "Something waits for your decision"),
            Self::CaseDecided => ("Một việc anh/chị theo dõi đã có quyết định", "Something you follow was decided"),
            Self::CaseNews => ("Một việc anh/chị theo dõi có tin mới", "Something you follow has news"),
            Self::CaseDue => ("Một việc có thời hạn sắp đến hạn", "Something with a deadline is due soon"),
            Self::CaseLate => ("Một việc có thời hạn đã quá hạn", "Something with a deadline is overdue"),
            Self::GlassBroken => {
                ("Có một lượt mở khẩn cấp cần anh/chị xem lại", "An emergency access needs your review")
            }
            Self::ReferralAsked => ("Đơn vị anh/chị nhận được một đề nghị phối hợp", "Your unit was asked for help"),
            Self::ReferralUnanswered => ("Một đề nghị phối hợp chưa được trả lời", "A request has not been answered"),
            Self::EventProposed => ("Có một sự kiện trình, chờ duyệt", "An event waits for approval"),
            Self::EventApproved => {
                ("Một sự kiện của đơn vị anh/chị đã được duyệt", "An event of your unit was approved")
            }
            Self::EventReturned => ("Một sự kiện của đơn vị anh/chị bị trả lại", "An event of your unit was returned"),
            Self::EventMoved => ("Một sự kiện đã đổi thời gian hoặc địa điểm", "An event has another time or place"),
            Self::EventChanged => {
                ("Một sự kiện đã thay đổi, cần duyệt lại", "An event changed and must be approved anew")
            }
            Self::EventCancelled => ("Một sự kiện đã hủy", "An event was cancelled"),
            Self::EventOverfull => {
                ("Một sự kiện đang có nhiều trẻ hơn số được duyệt", "More children are at an event than were approved")
            }
            Self::EventPlaceFree => (
                "Trẻ trong danh sách chờ của đơn vị anh/chị đã có chỗ",
                "Children of your unit who waited have a place",
            ),
            Self::SafetyPlanAsked => ("Có một sự kiện cần phương án an toàn", "An event needs a safety plan"),
            Self::SafetyPlanDrafted => ("Có một phương án an toàn chờ duyệt", "A safety plan waits for approval"),
            Self::SafetyPlanApproved => ("Một phương án an toàn đã được duyệt", "A safety plan was approved"),
            Self::SafetyPlanReturned => ("Một phương án an toàn bị trả lại", "A safety plan was returned"),
            Self::CommunicationToApprove => {
                ("Có một nội dung truyền thông chờ duyệt", "A communication waits for approval")
            }
            Self::CommunicationApproved => (
                "Đơn vị anh/chị có một nội dung truyền thông cần thực hiện",
                "Your unit has a communication to carry out",
            ),
            Self::CommunicationReturned => {
                ("Một nội dung truyền thông của đơn vị anh/chị bị trả lại", "A communication of your unit was returned")
            }
            Self::CommunicationCancelled => ("Một nội dung truyền thông đã hủy", "A communication was cancelled"),
            Self::ReportReminder => ("Đơn vị anh/chị chưa gửi báo cáo", "Your unit has not handed in its report"),
            Self::ReportSubmitted => ("Có một báo cáo vừa trình", "A report was handed in"),
            Self::ReportApproved => ("Một báo cáo đã được duyệt", "A report was approved"),
            Self::ReportReturned => ("Một báo cáo bị trả lại", "A report was returned"),
            Self::ReportSent => ("Có một báo cáo vừa gửi lên", "A report was sent up"),
            Self::ReportAcknowledged => ("Cấp trên đã nhận báo cáo", "The upper level acknowledged a report"),
            Self::ReportRevised => ("Một báo cáo đã gửi đang được sửa lại", "A report that was sent is being revised"),
            Self::InspectionPlanned => ("Đơn vị anh/chị có lịch kiểm tra, giám sát", "Your unit will be inspected"),
            Self::InspectionChanged => {
                ("Lịch kiểm tra, giám sát đơn vị anh/chị đã đổi", "The inspection of your unit has other days")
            }
            Self::InspectionDone => {
                ("Một cuộc kiểm tra, giám sát đơn vị anh/chị đã kết thúc", "An inspection of your unit is over")
            }
            Self::InspectionCancelled => ("Một cuộc kiểm tra, giám sát đã hủy", "An inspection was called off"),
            Self::RecommendationMade => {
                ("Đơn vị anh/chị có một kiến nghị cần khắc phục", "Your unit is asked to put something right")
            }
            Self::RecommendationFixed => {
                ("Có một kiến nghị đã báo khắc phục, chờ xác nhận", "Something was reported fixed and waits for you")
            }
            Self::RecommendationVerified => {
                ("Một kiến nghị của đơn vị anh/chị đã được xác nhận", "Your unit's fix was confirmed")
            }
            Self::RecommendationReturned => {
                ("Một kiến nghị của đơn vị anh/chị bị trả lại", "Your unit's fix was returned")
            }
            Self::RecommendationWithdrawn => {
                ("Một kiến nghị với đơn vị anh/chị đã rút", "A recommendation to your unit was withdrawn")
            }
            Self::RecommendationReminder => {
                ("Anh/chị được đôn đốc một kiến nghị", "You are reminded of a recommendation")
            }
            Self::RecommendationDue => {
                ("Một kiến nghị của đơn vị anh/chị sắp đến hạn", "A recommendation to your unit is due soon")
            }
            Self::RecommendationLate => ("Có một kiến nghị đã quá hạn khắc phục", "A recommendation is overdue"),
            Self::CommendationProposed => {
                ("Có một đề nghị khen thưởng chờ quyết định", "A proposal to commend waits for you")
            }
            Self::CommendationDecided => {
                ("Một đề nghị khen thưởng đã có quyết định", "A proposal to commend was decided")
            }
            Self::CommendationDeclined => {
                ("Một đề nghị khen thưởng không được chọn", "A proposal to commend was declined")
            }
            Self::WebhookSwitchedOff => (
                "Một webhook bị tắt vì gửi mãi không được",
                "A webhook was switched off: nothing went through for days",
            ),
            Self::BackupMissing => {
                ("Chưa có bản sao lưu dữ liệu mới trong ngày", "There is no new backup of the data today")
            }
            Self::AccountLocked => (
                "Một tài khoản bị khóa nhiều lần hôm nay do nhập sai mật khẩu",
                "An account was locked several times today after wrong passwords",
            ),
            Self::BreachReported => ("Có một ghi nhận mới cần xem ngay", "Something was reported; look at it now"),
            Self::BreachClock => {
                ("Một việc phải báo cơ quan chức năng đang tính giờ", "The time to tell an authority is running")
            }
            Self::BreachDue => {
                ("Một việc phải báo cơ quan chức năng sắp hết giờ", "The time to tell an authority is nearly over")
            }
            Self::BreachLate => {
                ("Một việc phải báo cơ quan chức năng đã quá giờ", "The time to tell an authority is over")
            }
        };
        Message::new(self.as_str(), vi, en)
    }
}

/// A line behind the bell.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Notification {
    pub id: Id,
    pub kind: Kind,
    #[schema(example = "Đơn vị anh/chị được giao một việc")]
    pub text: String,
    #[schema(example = "tasks")]
    pub resource: String,
    pub row_id: Id,
    pub created_at: Instant,
    pub read_at: Option<Instant>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NotificationQuery {
    /// Only those not read yet.
    pub unread: Option<bool>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// How many were marked as read.
#[derive(Serialize, ToSchema)]
pub struct ReadResult {
    pub read: usize,
}
