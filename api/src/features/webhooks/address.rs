//! Where a webhook may go: never to what stands behind this server's own doors (server-side request forgery). Pure.

use std::net::IpAddr;
use std::sync::LazyLock;

use ureq::http::Uri;

use crate::error::Message;
use crate::http::network::Network;

pub const BAD_URL: Message = Message::new(
    "bad_webhook_url",
    "Địa chỉ nhận phải bắt đầu bằng https://, cổng 443 hoặc 8443, không kèm tên đăng nhập, ví dụ: https://nhan.example.vn/bup.",
    "The address must begin with https://, use port 443 or 8443 and hold no user name, for example: https://receiver.example.vn/bup.",
);
pub const PRIVATE_URL: Message = Message::new(
    "private_webhook_url",
    "Địa chỉ này nằm trong mạng nội bộ; webhook chỉ gửi tới địa chỉ công khai.",
    "This address is inside a private network; webhooks go to public addresses only.",
);

pub const URL_MAX: usize = 500;
/// Port 80 is in the list for a receiver that answers HTTPS there; plain HTTP is refused on every port.
const PORTS: [u16; 3] = [443, 8443, 80];

/// Everything that is not the public internet, after the registries of special addresses (RFC 6890 and its updates).
const REFUSED: &[&str] = &[
    "0.0.0.0/8",       // this network
    "10.0.0.0/8",      // private
    "100.64.0.0/10",   // carriers' NAT; metadata of some clouds
    "127.0.0.0/8",     // loopback
    "169.254.0.0/16",  // link-local; metadata of most clouds
    "172.16.0.0/12",   // private
    "192.0.0.0/24",    // protocol assignments
    "192.0.2.0/24",    // documentation
    "192.88.99.0/24",  // 6to4 relays
    "192.168.0.0/16",  // private
    "198.18.0.0/15",   // benchmarks
    "198.51.100.0/24", // documentation
    "203.0.113.0/24",  // documentation
    "224.0.0.0/4",     // multicast
    "240.0.0.0/4",     // reserved, broadcast
    "2001::/23",       // Teredo, ORCHID and other protocols
    "2001:db8::/32",   // documentation
    "2002::/16",       // 6to4: an IPv4 address in disguise
    "3fff::/20",       // documentation
];

static RANGES: LazyLock<Vec<Network>> =
    LazyLock::new(|| REFUSED.iter().filter_map(|one| Network::parse(one)).collect());
/// All that IPv6 gives out to the public: what lies outside (loopback, unique local, link-local, multicast, NAT64, …)
/// is refused without being named.
static GLOBAL_V6: LazyLock<Option<Network>> = LazyLock::new(|| Network::parse("2000::/3"));

/// Whether an address is one of the public internet.
pub fn is_public(address: IpAddr) -> bool {
    // `::ffff:10.0.0.1` reaches 10.0.0.1.
    let address = address.to_canonical();
    let is_global = address.is_ipv4() || GLOBAL_V6.is_some_and(|global| global.holds(address));
    is_global && !RANGES.iter().any(|range| range.holds(address))
}

/// An address as it is stored.
///
/// # Errors
/// The message that tells what is wrong with it. What a name resolves to is checked with every delivery, since it
/// changes.
pub fn check_url(text: &str, allow_private: bool) -> Result<String, Message> {
    let uri: Uri = text.trim().parse().map_err(|_| BAD_URL)?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return Err(BAD_URL) };
    let is_plain = authority.as_str().bytes().all(|byte| byte.is_ascii_graphic() && byte != b'@');
    if !is_plain || authority.host().is_empty() || text.contains('#') {
        return Err(BAD_URL);
    }
    if allow_private {
        return if matches!(scheme, "http" | "https") { Ok(uri.to_string()) } else { Err(BAD_URL) };
    }
    // A port that cannot be read is none of ours.
    let has_port = authority.as_str().rsplit(']').next().is_some_and(|rest| rest.contains(':'));
    let port = if has_port { authority.port_u16() } else { Some(443) };
    if scheme != "https" || !port.is_some_and(|port| PORTS.contains(&port)) {
        return Err(BAD_URL);
    }
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    let is_name_inside = ["localhost", "local", "internal", "lan", "home.arpa"]
        .iter()
        .any(|name| host.eq_ignore_ascii_case(name) || host.to_ascii_lowercase().ends_with(&format!(".{name}")));
    if is_name_inside || host.parse().is_ok_and(|address| !is_public(address)) {
        return Err(PRIVATE_URL);
    }
    Ok(uri.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_can_be_read() {
        assert_eq!(RANGES.len(), REFUSED.len());
        assert!(GLOBAL_V6.is_some());
    }

    #[test]
    fn only_public_addresses_are_public() {
        for inside in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.100.100.200",
            "127.0.0.1",
            "127.8.8.8",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "198.51.100.1",
            "203.0.113.1",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:a9fe:a9fe::1",
            "3fff::1",
            "4000::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in [
            "1.1.1.1",
            "8.8.8.8",
            "14.225.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "169.253.0.1",
            "192.167.1.1",
            "223.255.255.255",
            "::ffff:8.8.8.8",
            "2400:cb00::1",
            "2001:4860:4860::8888",
            "2606:4700::1111",
        ] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn addresses_of_receivers_are_plain_https() {
        for right in [
            "https://receiver.example.vn/bup",
            "https://receiver.example.vn:8443/bup?x=1",
            "https://14.225.0.1/bup",
            "https://[2400:cb00::1]/bup",
            "https://receiver.example.vn",
        ] {
            assert!(check_url(right, false).is_ok(), "{right}");
        }
        for wrong in [
            "",
            "receiver.example.vn",
            "//receiver.example.vn/x",
            "http://receiver.example.vn/bup",
            "ftp://receiver.example.vn/",
            "file:///etc/passwd",
            "https:///x",
            "https://a:b@receiver.example.vn/",
            "https://receiver.example.vn:22/",
            "https://receiver.example.vn:6379/",
            "https://receiver.example.vn:99999/",
            "https://receiver.example.vn:/",
            "https://nhận.example.vn/",
            "https://receiver.example.vn/#x",
            "https://x y/",
        ] {
            assert_eq!(check_url(wrong, false).map_err(|message| message.code), Err(BAD_URL.code), "{wrong}");
        }
        for inside in [
            "https://127.0.0.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://localhost/",
            "https://LOCALHOST/",
            "https://db.internal/",
            "https://metadata.google.internal/",
            "https://10.0.0.1:8443/",
        ] {
            assert_eq!(check_url(inside, false).map_err(|message| message.code), Err(PRIVATE_URL.code), "{inside}");
        }
        assert!(check_url("http://127.0.0.1:4444/", true).is_ok());
        assert!(check_url("file:///etc/passwd", true).is_err());
    }
}
