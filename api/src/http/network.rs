//! Addresses and ranges of addresses (CIDR), as an administrator writes them.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

use serde::{Deserialize, Deserializer, de::Error as _};

/// A range of addresses: `203.0.113.0/24`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// Reads `address` or `address/prefix`; bits behind the prefix must be 0, so that a mistake is seen.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.trim().split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text.trim(), None),
        };
        let address: IpAddr = address.parse().ok()?;
        let bits = if address.is_ipv4() { 32 } else { 128 };
        let prefix: u8 = match prefix {
            // `u8::from_str` would take `+8`.
            Some(prefix) if prefix.bytes().all(|byte| byte.is_ascii_digit()) => prefix.parse().ok()?,
            Some(_) => return None,
            None => bits,
        };
        let network = Self { address, prefix };
        (prefix <= bits && mask(as_v6(address), network.long_prefix()) == as_v6(address)).then_some(network)
    }

    /// IPv4 counts as what it is when it is written within IPv6 (`::ffff:203.0.113.7`).
    pub fn holds(&self, address: IpAddr) -> bool {
        let prefix = self.long_prefix();
        mask(as_v6(address), prefix) == mask(as_v6(self.address), prefix)
    }

    /// Whether one of the ranges holds an address; where there is none, every address is right. What cannot be read
    /// holds nothing.
    pub fn any_holds(networks: &[String], address: IpAddr) -> bool {
        networks.is_empty() || networks.iter().filter_map(|one| Self::parse(one)).any(|one| one.holds(address))
    }

    /// Whether a whole neighbourhood stands in it, and not a few machines that somebody knows.
    pub fn is_wide(&self) -> bool {
        self.prefix < if self.address.is_ipv4() { 16 } else { 64 } && !self.is_loopback()
    }

    pub fn is_loopback(&self) -> bool {
        self.address.is_loopback()
    }

    /// The prefix among the 128 bits of [`as_v6`].
    fn long_prefix(&self) -> u8 {
        if self.address.is_ipv4() { self.prefix + 96 } else { self.prefix }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = if self.address.is_ipv4() { 32 } else { 128 };
        if self.prefix == whole { write!(f, "{}", self.address) } else { write!(f, "{}/{}", self.address, self.prefix) }
    }
}

/// Several ranges, as a setting holds them: a list, or one text with commas between (`10.0.0.5, 10.0.1.0/24`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Networks(Vec<Network>);

impl Networks {
    /// # Errors
    /// With the first part that is no address and no range.
    pub fn parse<'a>(parts: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let parts = parts.into_iter().flat_map(|part| part.split(',')).map(str::trim).filter(|part| !part.is_empty());
        let read = |part: &str| Network::parse(part).ok_or_else(|| format!("“{part}” is no address and no range"));
        parts.map(read).collect::<Result<_, _>>().map(Self)
    }

    pub fn hold(&self, address: IpAddr) -> bool {
        self.0.iter().any(|one| one.holds(address))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Network> {
        self.0.iter()
    }
}

impl<'de> Deserialize<'de> for Networks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            One(String),
            Many(Vec<String>),
        }
        let parts = match Written::deserialize(deserializer)? {
            Written::One(text) => vec![text],
            Written::Many(parts) => parts,
        };
        Self::parse(parts.iter().map(String::as_str)).map_err(D::Error::custom)
    }
}

fn as_v6(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => Ipv6Addr::to_bits(v6),
    }
}

fn mask(bits: u128, prefix: u8) -> u128 {
    let shift = 128_u32.saturating_sub(u32::from(prefix));
    bits.checked_shr(shift).map_or(0, |kept| kept << shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(network: &str, address: &str) -> bool {
        Network::parse(network).unwrap().holds(address.parse().unwrap())
    }

    #[test]
    fn a_range_holds_its_addresses() {
        assert!(holds("203.0.113.0/24", "203.0.113.7") && !holds("203.0.113.0/24", "203.0.114.7"));
        assert!(holds("203.0.113.7", "203.0.113.7") && !holds("203.0.113.7", "203.0.113.8"));
        assert!(holds("203.0.113.7", "::ffff:203.0.113.7"));
        assert!(holds("2001:db8::/32", "2001:db8:1::1") && !holds("2001:db8::/32", "2001:db9::1"));
        assert!(holds("0.0.0.0/0", "8.8.8.8") && !holds("0.0.0.0/0", "2001:db8::1"));
        assert!(holds("::/0", "2001:db8::1"));
    }

    #[test]
    fn a_mistake_is_seen() {
        for wrong in ["", "x", "203.0.113.0/33", "203.0.113.7/24", "2001:db8::1/32", "1.2.3", "1.2.3.4/+8", "1.2.3.4/"]
        {
            assert_eq!(Network::parse(wrong), None, "{wrong}");
        }
        assert!(!Network::any_holds(&["x".into()], "1.2.3.4".parse().unwrap()));
        assert!(Network::any_holds(&[], "1.2.3.4".parse().unwrap()));
        assert_eq!(Network::parse("10.0.0.0/8").unwrap().to_string(), "10.0.0.0/8");
        assert_eq!(Network::parse("10.0.0.1").unwrap().to_string(), "10.0.0.1");
    }
}
