//! Where a request comes from.

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::{HttpRequest, web};

use super::network::Networks;
use crate::access::Gate;

const FORWARDED: &str = "x-forwarded-for";

/// The address that limits count. `X-Forwarded-For` is believed from the proxies of the settings alone
/// (`trusted_proxies`): anybody else could write it.
pub fn address(request: &HttpRequest) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::from([127, 0, 0, 1]), |peer| peer.ip().to_canonical());
    let Some(gate) = request.app_data::<web::Data<Gate>>() else { return peer };
    let trusted = &gate.services().config.trusted_proxies;
    let given = request.headers().get_all(FORWARDED).flat_map(|value| value.to_str().unwrap_or("").split(','));
    let hops: Vec<&str> = given.collect();
    if !hops.is_empty() && !trusted.hold(peer) {
        tell_once();
    }
    origin(peer, &hops, trusted)
}

/// Whom limits count as one visitor: an address of IPv4, or the network of one line, which holds more addresses of IPv6
/// (`2001:db8:5:1::/64`, RFC 6177) than any limit has numbers for.
pub fn visitor(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// Each proxy appends whom it heard, so the list is walked from its end, as long as the one who says it is believed.
/// What stands further left was written by whoever asked.
fn origin(peer: IpAddr, hops: &[&str], trusted: &Networks) -> IpAddr {
    let mut known = peer;
    for hop in hops.iter().rev() {
        if !trusted.hold(known) {
            break;
        }
        let Some(before) = read(hop) else { break };
        known = before;
    }
    known
}

/// An address, alone or with a port, as some gateways write it.
fn read(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let with_port = || hop.parse::<std::net::SocketAddr>().ok().map(|socket| socket.ip());
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    Some(bare.parse().ok().or_else(with_port)?.to_canonical())
}

/// A proxy that nobody named makes all its visitors one address. Nothing of the request is told: the list may be forged.
fn tell_once() {
    static TOLD: AtomicBool = AtomicBool::new(false);
    metrics::counter!("bup_unbelieved_forwards_total").increment(1);
    if !TOLD.swap(true, Ordering::Relaxed) {
        tracing::warn!(
            "a request with X-Forwarded-For came from a machine that is not in trusted_proxies: it counts as the visitor. \
             If it is your proxy, name it there"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(peer: &str, list: &str, trusted: &str) -> String {
        let trusted = Networks::parse([trusted]).unwrap();
        let hops: Vec<&str> = list.split(',').filter(|hop| !hop.is_empty()).collect();
        origin(peer.parse().unwrap(), &hops, &trusted).to_string()
    }

    #[test]
    fn only_named_proxies_are_believed() {
        let local = "127.0.0.0/8,::1";
        assert_eq!(walk("127.0.0.1", "203.0.113.7", local), "203.0.113.7");
        assert_eq!(walk("::1", "203.0.113.7", local), "203.0.113.7");
        assert_eq!(walk("192.168.1.20", "203.0.113.7", local), "192.168.1.20", "a colleague's machine");
        assert_eq!(walk("127.0.0.1", "", local), "127.0.0.1");
        assert_eq!(walk("192.168.1.20", "203.0.113.7", ""), "192.168.1.20");
    }

    #[test]
    fn a_line_is_one_visitor_however_many_addresses_it_has() {
        let of = |text: &str| visitor(text.parse().unwrap());
        assert_eq!(of("2001:db8:5:1::1"), of("2001:db8:5:1:ffff:ffff:ffff:ffff"));
        assert_ne!(of("2001:db8:5:1::1"), of("2001:db8:5:2::1"));
        assert_eq!(of("203.0.113.7"), "203.0.113.7");
        assert_eq!(of("::ffff:203.0.113.7"), "203.0.113.7");
    }

    #[test]
    fn a_chain_is_walked_from_its_end() {
        let proxies = "127.0.0.1,10.0.0.0/24";
        // What the visitor wrote stands left of what the first proxy saw.
        assert_eq!(walk("127.0.0.1", "1.1.1.1, 203.0.113.7, 10.0.0.5", proxies), "203.0.113.7");
        assert_eq!(walk("127.0.0.1", "10.0.0.5, 203.0.113.7", proxies), "203.0.113.7");
        assert_eq!(walk("127.0.0.1", "1.1.1.1, 10.0.9.9", proxies), "10.0.9.9", "not one of ours");
        assert_eq!(walk("127.0.0.1", "10.0.0.6, 10.0.0.5", proxies), "10.0.0.6", "all of them ours");
        assert_eq!(walk("127.0.0.1", "203.0.113.7, nonsense, 10.0.0.5", proxies), "10.0.0.5");
        assert_eq!(walk("127.0.0.1", "203.0.113.7:4711", proxies), "203.0.113.7");
        assert_eq!(walk("127.0.0.1", "[2001:db8::1]:4711", proxies), "2001:db8::1");
        assert_eq!(walk("127.0.0.1", "[2001:db8::1]", proxies), "2001:db8::1");
        assert_eq!(walk("127.0.0.1", "::ffff:203.0.113.7", proxies), "203.0.113.7");
    }
}
