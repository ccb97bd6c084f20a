use std::future::{Ready, ready};
use std::marker::PhantomData;

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::Serialize;

use super::actor::forbidden;
use super::cx::{Cx, PublicCx};
use super::gate::{Gate, Ticket};
use super::{Deed, Subject, Writes};
use crate::audit::{self, denials};
use crate::auth::tokens::Bearer;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::export::Shape;
use crate::http::body::BodyDigest;
use crate::http::rates::Kind;
use crate::http::{Created, client, context};

/// The right to do `A` with `R`, checked before anything of the request's body is read.
pub struct Access<R, A> {
    gate: Gate,
    ticket: Ticket,
    request: HttpRequest,
    right: PhantomData<(R, A)>,
}

impl<R: Subject, A: Deed> FromRequest for Access<R, A> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::check(request))
    }
}

impl<R, A> Clone for Access<R, A> {
    fn clone(&self) -> Self {
        let Self { gate, ticket, request, .. } = self;
        Self { gate: gate.clone(), ticket: ticket.clone(), request: request.clone(), right: PhantomData }
    }
}

impl<R: Subject, A: Deed> Access<R, A> {
    fn check(request: &HttpRequest) -> Result<Self> {
        let gate = gate_of(request)?;
        let token = bearer(request).ok_or_else(Error::not_signed_in)?;
        let bearer = gate.services().tokens.verify(token, gate.services().clock.now())?;
        let ticket = Ticket { bearer, address: client::address(request), request_id: context::request_id() };
        count_once(&gate, &ticket.bearer, request)?;
        let access = Self { gate, ticket, request: request.clone(), right: PhantomData };
        if !access.ticket.bearer.may::<R, A>() {
            access.record_denial();
            return Err(forbidden(R::RESOURCE, A::ACTION));
        }
        Ok(access)
    }

    /// Runs `work` for reading, off the async threads.
    ///
    /// # Errors
    /// Whatever `work` answers; a 404 is recorded as a denial.
    pub async fn read<T: Send + 'static>(
        self,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (gate, ticket) = (self.gate.clone(), self.ticket.clone());
        let result = self.gate.off_thread(move || gate.read(&ticket, work)).await;
        self.note_refusal(result)
    }

    /// Like [`Access::read`], for what of a person's life is only shown when the look itself is written down: in the
    /// same transaction, so that there is no look without its row.
    ///
    /// # Errors
    /// Whatever `work` answers; a 404 is recorded as a denial.
    pub async fn look<T: Send + 'static>(
        self,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (gate, ticket) = (self.gate.clone(), self.ticket.clone());
        let result = self.gate.off_thread(move || gate.write(&ticket, work)).await;
        self.note_refusal(result)
    }

    /// Like [`Access::read`], from the replica of the settings where it is not too far behind: for figures that nobody has
    /// just written, and for nothing else. The answer tells the moment of its rows (`x-data-as-of`). Where the replica
    /// cannot answer, `work` runs again on the primary.
    ///
    /// # Errors
    /// Whatever `work` answers; a 404 is recorded as a denial.
    pub async fn read_lagging<T: Send + 'static>(
        self,
        work: impl Fn(&mut Cx<'_, R, A>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (gate, ticket, as_of) = (self.gate.clone(), self.ticket.clone(), context::as_of());
        let read = move || {
            let (value, moment) = gate.read_lagging(&ticket, work)?;
            as_of.set(moment);
            Ok(value)
        };
        let result = self.gate.off_thread(read).await;
        self.note_refusal(result)
    }

    /// A list: its pages from the primary, where somebody may just have changed a row; the whole of it as a file like
    /// [`Access::read_lagging`].
    ///
    /// # Errors
    /// Whatever `work` answers; a 404 is recorded as a denial.
    pub async fn read_list<T: Send + 'static>(
        self,
        shape: Shape,
        work: impl Fn(&mut Cx<'_, R, A>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if shape == Shape::Json { self.read(work).await } else { self.read_lagging(work).await }
    }

    fn note_refusal<T>(&self, result: Result<T>) -> Result<T> {
        if result.as_ref().is_err_and(|error| matches!(error.status(), StatusCode::NOT_FOUND | StatusCode::FORBIDDEN)) {
            self.record_denial();
        }
        result
    }

    /// Refused attempts are kept too, without holding up the answer.
    fn record_denial(&self) {
        let denial = denials::Denial {
            bearer: self.ticket.bearer.clone(),
            action: format!("{}.{}", R::RESOURCE, A::ACTION),
            resource: R::RESOURCE.to_string(),
            row_id: self.request.match_info().get("id").and_then(Id::parse),
            request_id: self.ticket.request_id.clone(),
        };
        denials::record(&self.gate, denial);
    }
}

impl<R: Subject, A: Writes> Access<R, A> {
    /// Runs `work` in one transaction, which must hold its audit row.
    ///
    /// # Errors
    /// Whatever `work` answers, with nothing changed.
    pub async fn write<T: Send + 'static>(
        self,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (gate, ticket) = (self.gate.clone(), self.ticket.clone());
        let result = self.gate.off_thread(move || gate.write(&ticket, work)).await;
        self.note_refusal(result)
    }

    /// Runs `work` for a `POST` that makes a row: 201 with its `Location`, once for each `Idempotency-Key`.
    ///
    /// # Errors
    /// Whatever `work` answers; 422 for a key that was used for another request.
    pub async fn create<T: Serialize + Send + 'static>(
        self,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T> + Send + 'static,
    ) -> Result<Created> {
        let path = self.request.path().trim_end_matches('/').to_owned();
        self.once(StatusCode::CREATED, Some(path), work).await
    }

    /// Runs `work` for a `POST` that moves a row to another state: 200, once for each `Idempotency-Key`.
    ///
    /// # Errors
    /// As [`Access::create`].
    pub async fn act<T: Serialize + Send + 'static>(
        self,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T> + Send + 'static,
    ) -> Result<Created> {
        self.once(StatusCode::OK, None, work).await
    }

    async fn once<T: Serialize + Send + 'static>(
        self,
        status: StatusCode,
        path: Option<String>,
        work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T> + Send + 'static,
    ) -> Result<Created> {
        let key = audit::once::Key::from_request(&self.request, self.digest())?;
        self.write(move |cx| audit::once::run(cx, key, status, path, work)).await
    }

    fn digest(&self) -> [u8; 32] {
        self.request.extensions().get::<BodyDigest>().map_or([0; 32], |digest| digest.0)
    }
}

/// A request that needs no sign-in: only sign-in itself and what anybody may see.
pub struct Public {
    gate: Gate,
    pub request: HttpRequest,
}

impl FromRequest for Public {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(gate_of(request).map(|gate| Self { gate, request: request.clone() }))
    }
}

impl Public {
    pub fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Runs `work` in one transaction.
    ///
    /// # Errors
    /// Whatever `work` answers, with nothing changed.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PublicCx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (gate, request_id) = (self.gate.clone(), context::request_id());
        self.gate.off_thread(move || gate.public(&request_id, work)).await
    }

    /// Runs `work` for reading.
    ///
    /// # Errors
    /// Whatever `work` answers.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PublicCx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let gate = self.gate.clone();
        self.gate.off_thread(move || gate.public_read(work)).await
    }
}

/// A handler may ask for several rights: one request counts once.
fn count_once(gate: &Gate, bearer: &Bearer, request: &HttpRequest) -> Result<()> {
    struct Counted;
    if request.extensions().contains::<Counted>() {
        return Ok(());
    }
    request.extensions_mut().insert(Counted);
    gate.services().rates.take(bearer.holder(), Kind::of(request), gate.services().clock.now())
}

/// The gate; whoever comes to it is known by the route of their request from here on.
fn gate_of(request: &HttpRequest) -> Result<Gate> {
    context::route(request);
    let gate = request.app_data::<web::Data<Gate>>().ok_or_else(|| Error::internal("the gate is not mounted"))?;
    Ok(gate.get_ref().clone())
}

fn bearer(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
