//! Bodies and rows of webhooks.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::{webhook_attempts, webhook_deliveries, webhooks};
use crate::db::types::{Id, Instant, Json};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// What others may be told of.
    pub enum WebhookEvent {
        ReportSubmitted = "report.submitted",
        ReportApproved = "report.approved",
        ReportSent = "report.sent",
        ReportReturned = "report.returned",
        ReportAcknowledged = "report.acknowledged",
        PlanPublished = "plan.published",
        EventApproved = "event.approved",
        EventCancelled = "event.cancelled",
        ObstacleEscalated = "obstacle.escalated",
    }
}

/// The type of a test message.
pub const PING: &str = "ping";

text_enum! {
    pub enum DeliveryStatus {
        Pending = "pending",
        Delivered = "delivered",
        /// Given up after the last try; it can be sent again by hand.
        Failed = "failed",
    }
}

text_enum! {
    /// How a try ended; what the receiver answered besides its status is not kept.
    pub enum AttemptReason {
        Ok = "ok",
        /// Answered, but not with 2xx.
        Refused = "refused",
        Timeout = "timeout",
        NoConnection = "no_connection",
        NoSuchHost = "no_such_host",
        /// The certificate is not right.
        Tls = "tls",
        /// The name leads into a private network.
        PrivateAddress = "private_address",
        Other = "other",
    }
}

/// A subscription as it is stored, without its secrets.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = webhooks)]
pub struct WebhookRow {
    pub id: Id,
    pub unit_id: Id,
    pub service_account_id: Option<Id>,
    pub url: String,
    pub events: Json<Vec<WebhookEvent>>,
    pub description: String,
    pub active: bool,
    pub secret: String,
    pub old_secret_until: Option<Instant>,
    pub failing_since: Option<Instant>,
    pub switched_off_at: Option<Instant>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Webhook {
    pub id: Id,
    #[schema(example = "https://nhan.example.vn/bup")]
    pub url: String,
    pub events: Vec<WebhookEvent>,
    pub description: String,
    pub active: bool,
    pub unit_id: Id,
    pub unit: UnitRef,
    /// The machine that keeps it; nobody's where the administrator does.
    pub service_account_id: Option<Id>,
    pub service_account_name: Option<String>,
    /// Until then messages carry a signature of the secret before this one, too.
    pub old_secret_until: Option<Instant>,
    /// Since when nothing went through.
    pub failing_since: Option<Instant>,
    /// When it was switched off because nothing went through for days.
    pub switched_off_at: Option<Instant>,
    pub created_by: Option<UserRef>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Webhook {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// What its keeper sets of a subscription.
#[derive(Clone, Debug, Serialize)]
pub struct WebhookFields {
    pub url: String,
    pub events: Vec<WebhookEvent>,
    pub description: String,
    pub active: bool,
}

impl Webhook {
    pub fn fields(&self) -> WebhookFields {
        WebhookFields {
            url: self.url.clone(),
            events: self.events.clone(),
            description: self.description.clone(),
            active: self.active,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct WebhookQuery {
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWebhook {
    /// `https`, at a public address.
    #[schema(example = "https://nhan.example.vn/bup")]
    pub url: String,
    /// At least one.
    pub events: Vec<WebhookEvent>,
    #[serde(default)]
    pub description: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub url: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Vec<WebhookEvent>, required = false)]
    pub events: Option<Vec<WebhookEvent>>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub description: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = bool, required = false)]
    pub active: Option<bool>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookRotation {
    /// Hours (0–72) for which messages carry a signature of the old secret, too.
    #[schema(example = 24)]
    pub grace_hours: i64,
}

/// A subscription with a secret that was just made.
#[derive(Serialize, ToSchema)]
pub struct WebhookWithSecret {
    #[serde(flatten)]
    pub webhook: Webhook,
    /// Shown this once; `null` when the request is repeated under its `Idempotency-Key` (then rotate).
    #[schema(example = "whsec_…")]
    pub secret: Option<String>,
}

/// A message as it is stored.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = webhook_deliveries)]
pub struct DeliveryRow {
    pub id: Id,
    pub event: String,
    pub ward_id: Option<Id>,
    pub row_id: Id,
    pub occurred_at: Instant,
    pub status: DeliveryStatus,
    pub tries: i32,
    pub next_try_at: Instant,
    pub delivered_at: Option<Instant>,
    pub created_at: Instant,
}

/// One message to one receiver, and how it went.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WebhookDelivery {
    /// The `webhook-id` of the message; the same when it is sent again.
    pub id: Id,
    /// One of the events, or `ping`.
    #[schema(example = "report.sent")]
    pub event: String,
    pub ward_id: Option<Id>,
    pub row_id: Id,
    pub occurred_at: Instant,
    pub status: DeliveryStatus,
    pub tries: i32,
    /// Only while it is pending.
    pub next_try_at: Option<Instant>,
    pub delivered_at: Option<Instant>,
    /// The latest last.
    pub attempts: Vec<WebhookAttempt>,
}

/// One try.
#[derive(Clone, Debug, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = webhook_attempts)]
pub struct WebhookAttempt {
    pub at: Instant,
    /// The HTTP status, where there was an answer.
    pub status: Option<i32>,
    pub reason: AttemptReason,
    pub duration_ms: i64,
}
