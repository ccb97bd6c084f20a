//! The pages of all wards, kept ready: see [`super::cache`].

use std::sync::Arc;

use super::cache::{Shelf, Slot};
use super::content::{PublicPage, PublicWard};
use super::gather;
use super::page::{self, Place};
use super::ready::Ready;
use crate::access::{Public, PublicCx};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::events;

/// What the process keeps of all wards; one for all its threads.
#[derive(Default)]
pub struct Pages {
    wards: Slot<Wards>,
    shelf: Shelf<WardPages>,
}

/// The wards of the installation.
pub struct Wards {
    pub all: Vec<(Id, PublicWard)>,
    /// The page on which to choose one.
    pub list: Ready,
}

/// Everything that is given out of a ward.
pub struct WardPages {
    pub content: PublicPage,
    pub place: Place,
    pub html: Ready,
    pub json: Ready,
    pub programme: Ready,
    pub calendar: Ready,
}

impl Pages {
    /// The wards of the installation.
    ///
    /// # Errors
    /// 503 while the database is away and nothing is kept.
    pub async fn wards(&self, public: &Public) -> Result<Arc<Wards>> {
        let make = || async {
            let origin = origin(public);
            public.read(move |cx| wards(cx, origin)).await
        };
        self.wards.get(now(public), make).await
    }

    /// The pages of a ward: of the one there is, or of the one with that code.
    ///
    /// # Errors
    /// 404 for a code that no ward has, 400 without one where there are several.
    pub async fn of(&self, public: &Public, code: Option<&str>) -> Result<Arc<WardPages>> {
        let wards = self.wards(public).await?;
        let (id, ward) = match (code, wards.all.as_slice()) {
            (None, [one]) => one.clone(),
            (None, _) => return Err(Error::bad_parameter("ward")),
            (Some(code), all) => {
                all.iter().find(|(_, ward)| ward.code == code).cloned().ok_or_else(Error::not_found)?
            }
        };
        let place = Place::of(&ward, wards.all.len(), origin(public));
        let slot = self.shelf.slot(&ward.code);
        let make = || async { public.read(move |cx| ward_pages(cx, &id, ward, place)).await };
        slot.get(now(public), make).await
    }
}

fn now(public: &Public) -> Instant {
    public.gate().services().clock.now()
}

/// The address that the settings tell; not that of the request, which anybody writes and everybody would be given.
fn origin(public: &Public) -> Option<String> {
    let address = public.gate().services().config.public_url.as_deref()?;
    Some(address.trim_end_matches('/').to_owned())
}

fn wards(cx: &mut PublicCx<'_>, origin: Option<String>) -> Result<Wards> {
    let all = gather::all_wards(cx)?;
    let names: Vec<PublicWard> = all.iter().map(|(_, ward)| ward.clone()).collect();
    Ok(Wards { list: Ready::html(page::render_list(&names, origin)), all })
}

fn ward_pages(cx: &mut PublicCx<'_>, id: &Id, ward: PublicWard, place: Place) -> Result<WardPages> {
    let content = gather::page(cx, id, ward)?;
    Ok(WardPages {
        html: Ready::html(page::render(&content, &place, cx.now)),
        json: Ready::json(&content),
        programme: Ready::json(&content.programme()),
        calendar: Ready::new(events::public_calendar(cx, id)?.into_bytes(), "text/calendar; charset=utf-8"),
        content,
        place,
    })
}
