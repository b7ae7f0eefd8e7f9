//! Which part of the network a sender is in, seen through proxies we trust. The address itself goes no further than
//! the rate limit, and is never written anywhere.

use axum::http::HeaderMap;
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The other end of a connection, attached to each request by the listener.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// The part of the network a sender is in: the first 24 bits of an IPv4 address, the first 56 of an IPv6 address. A
/// household or a lecture hall, not a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Neighbourhood(IpAddr);

impl Neighbourhood {
    /// Looks behind the trusted proxies: `X-Forwarded-For` is read from the right, and the first address that is not a
    /// trusted proxy's is the sender's. Anything further left was written by the sender and proves nothing.
    pub fn of(peer: Peer, headers: &HeaderMap, trusted: &[IpNet]) -> Neighbourhood {
        let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
        let mut sender = peer.0.ip().to_canonical();
        for address in forwarded(headers) {
            if !is_trusted(&sender) {
                break;
            }
            let Some(address) = address else { break };
            sender = address;
        }
        Neighbourhood(prefix(sender))
    }

    /// The bytes that stand for it in the rate limit.
    pub fn bytes(self) -> [u8; 16] {
        match self.0 {
            IpAddr::V4(address) => address.to_ipv6_mapped().octets(),
            IpAddr::V6(address) => address.octets(),
        }
    }
}

/// The addresses in `X-Forwarded-For` from right to left, `None` where one cannot be read.
fn forwarded(headers: &HeaderMap) -> impl Iterator<Item = Option<IpAddr>> {
    let values = headers.get_all("x-forwarded-for").iter().rev().map(|value| value.to_str().unwrap_or(""));
    values
        .flat_map(|value| value.rsplit(','))
        .map(|address| address.trim().parse().ok().map(|ip: IpAddr| ip.to_canonical()))
}

fn prefix(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(address) => IpAddr::V4(Ipv4Addr::from_bits(address.to_bits() & (u32::MAX << 8))),
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 72))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let trusted = ["10.0.0.0/8".parse().unwrap(), "::1/128".parse().unwrap()];
        Neighbourhood::of(Peer(SocketAddr::new(peer.parse().unwrap(), 1)), &headers, &trusted).0.to_string()
    }

    #[test]
    fn the_sender_is_the_first_address_that_no_trusted_proxy_has() {
        for (peer, forwarded, expected) in [
            ("192.0.2.7", vec![], "192.0.2.0"),
            ("192.0.2.7", vec!["198.51.100.9"], "192.0.2.0"),
            ("10.0.0.1", vec!["198.51.100.9"], "198.51.100.0"),
            ("10.0.0.1", vec!["203.0.113.5, 198.51.100.9"], "198.51.100.0"),
            ("10.0.0.1", vec!["198.51.100.9, 10.2.3.4"], "198.51.100.0"),
            ("10.0.0.1", vec!["203.0.113.5", "198.51.100.9"], "198.51.100.0"),
            ("10.0.0.1", vec!["unknown"], "10.0.0.0"),
            ("10.0.0.1", vec![], "10.0.0.0"),
            ("::1", vec!["2001:db8:1:2:3::4"], "2001:db8:1::"),
            ("::ffff:10.0.0.1", vec!["::ffff:198.51.100.9"], "198.51.100.0"),
        ] {
            assert_eq!(seen(peer, &forwarded), expected, "{peer} {forwarded:?}");
        }
    }
}
