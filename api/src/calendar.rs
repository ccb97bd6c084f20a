use chrono::{DateTime, NaiveDate, Utc};
pub fn ward_today(now: DateTime<Utc>) -> NaiveDate { now.with_timezone(&chrono_tz::Asia::Ho_Chi_Minh).date_naive() }
