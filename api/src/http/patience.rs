//! Bodies that trickle in: a sender gets a while, then must keep a pace that any network can keep, and is told otherwise.

use std::cell::Cell;
use std::future::Future;
use std::io::ErrorKind;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use actix_web::rt::time::{Instant, Sleep, sleep_until};
use actix_web::{HttpMessage, HttpRequest, web};
use futures_util::Stream;

use crate::error::{Error, TOO_SLOW};

/// Nothing at all may come for so long, and so long nobody looks at the pace.
const QUIET: Duration = Duration::from_secs(15);

/// Bytes a second that even the oldest mobile network carries.
const PACE: u64 = 512;

/// Set when a sender was too slow.
#[derive(Clone, Default)]
struct TooSlow(Rc<Cell<bool>>);

/// Middleware: watches the pace of bodies.
pub async fn with_senders(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let payload = request.take_payload();
    if matches!(payload, Payload::None) {
        return next.call(request).await;
    }
    let slow = TooSlow::default();
    request.extensions_mut().insert(slow.clone());
    let began = Instant::now();
    let paced = Paced { payload, began, bytes: 0, deadline: Box::pin(sleep_until(began + QUIET)), slow };
    request.set_payload(Payload::Stream { payload: Box::pin(paced) });
    next.call(request).await
}

/// What is told of a body that could not be read: 408 where the sender was too slow.
pub fn told(request: &HttpRequest, error: Error) -> Error {
    let is_slow = request.extensions().get::<TooSlow>().is_some_and(|slow| slow.0.get());
    if is_slow { Error::new(StatusCode::REQUEST_TIMEOUT, TOO_SLOW) } else { error }
}

struct Paced {
    payload: Payload,
    began: Instant,
    bytes: u64,
    deadline: Pin<Box<Sleep>>,
    slow: TooSlow,
}

impl Stream for Paced {
    type Item = Result<web::Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match Pin::new(&mut self.payload).poll_next(cx) {
            Poll::Ready(Some(Ok(chunk))) => {
                self.bytes += u64::try_from(chunk.len()).unwrap_or(0);
                let paced = self.began + QUIET + Duration::from_secs(self.bytes / PACE);
                let deadline = paced.min(Instant::now() + QUIET);
                self.deadline.as_mut().reset(deadline);
                Poll::Ready(Some(Ok(chunk)))
            }
            Poll::Pending if self.deadline.as_mut().poll(cx).is_ready() => {
                self.slow.0.set(true);
                Poll::Ready(Some(Err(PayloadError::Io(ErrorKind::TimedOut.into()))))
            }
            other => other,
        }
    }
}
