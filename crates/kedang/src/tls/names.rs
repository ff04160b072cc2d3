//! The names and addresses by which this machine is reached.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

/// What a certificate has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The machine's name, for people.
    pub machine: String,
    /// Host names.
    pub hosts: BTreeSet<String>,
    /// Addresses, loopback among them.
    pub addresses: BTreeSet<IpAddr>,
}

impl Names {
    /// All of them as they stand in a certificate and in an address.
    pub fn all(&self) -> impl Iterator<Item = String> {
        let addresses = self.addresses.iter().map(IpAddr::to_string);
        self.hosts.iter().cloned().chain(addresses)
    }
}

/// The names for an address that is listened at: its own, or all of the machine's where it is
/// `0.0.0.0` or `[::]`.
#[must_use]
pub fn names(listen: SocketAddr) -> Names {
    let machine = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let machine = machine.trim().to_ascii_lowercase();
    let plain = |name: &&str| {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        !name.is_empty() && name.len() <= 63 && name.chars().all(fits)
    };
    let machine = Some(machine.as_str()).filter(plain).unwrap_or("kedang");
    let mut hosts = BTreeSet::from(["localhost".to_owned(), machine.to_owned()]);
    if !machine.contains('.') {
        hosts.insert(format!("{machine}.local"));
    }
    let mut addresses = BTreeSet::from([IpAddr::from([127, 0, 0, 1])]);
    if listen.ip().is_unspecified() {
        let found = if_addrs::get_if_addrs().unwrap_or_default();
        let found = found.into_iter().map(|one| one.ip());
        // A link-local address of IPv6 is of no use without its zone.
        let useful = |ip: &IpAddr| match ip {
            IpAddr::V4(_) => true,
            IpAddr::V6(v6) => listen.is_ipv6() && (v6.segments()[0] & 0xffc0) != 0xfe80,
        };
        addresses.extend(found.filter(useful));
    } else {
        addresses.insert(listen.ip());
    }
    Names {
        machine: machine.to_owned(),
        hosts,
        addresses,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_its_own_name_and_all_are_the_machines() {
        let one = names(SocketAddr::from(([192, 0, 2, 7], 443)));
        assert!(one.all().any(|name| name == "192.0.2.7"));
        assert!(one.all().any(|name| name == "localhost"));
        assert_eq!(one.addresses.len(), 2);
        let all = names(SocketAddr::from(([0, 0, 0, 0], 443)));
        assert!(all.addresses.iter().all(|ip| !ip.is_unspecified()));
        assert!(all.all().any(|name| name == "127.0.0.1"));
    }
}
