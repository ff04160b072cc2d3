//! Who asks, when, and by which door.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kedang_core::access::Actor;
use kedang_core::digest::sha256;
use kedang_core::{Moment, SessionId};
use kedang_store::staff::Look;

use crate::forms::Forms;
use crate::idempotency::Once;

/// The door by which a request came in; written into every audit row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// A page.
    Web,
    /// The JSON interface.
    Api,
    /// The command line.
    Cli,
}

impl Via {
    /// As stored.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Api => "api",
            Self::Cli => "cli",
        }
    }
}

/// What the caller shows for himself: the hash of a token, never the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credential {
    /// From the session cookie.
    Session([u8; 32]),
    /// From `Authorization: Bearer`.
    Token([u8; 32]),
}

impl Credential {
    /// The credential in a cookie's value.
    #[must_use]
    pub fn session(token: &str) -> Self {
        Self::Session(sha256(&[token.as_bytes()]))
    }

    /// The credential in a bearer token.
    #[must_use]
    pub fn token(token: &str) -> Self {
        Self::Token(sha256(&[token.as_bytes()]))
    }
}

/// Name of the session cookie: `__Host-` ties it to this host, to TLS and to the root path.
pub const COOKIE: &str = "__Host-kd_s";

/// What a request says of its sender, as the headers have it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Door<'a> {
    /// `Authorization`.
    pub authorization: Option<&'a str>,
    /// `Cookie`.
    pub cookie: Option<&'a str>,
    /// `User-Agent`.
    pub user_agent: Option<&'a str>,
    /// The peer's address, without port.
    pub address: &'a str,
    /// Given to this request by the server.
    pub request_id: &'a str,
}

/// One request, as a face hands it over.
#[derive(Debug, Clone)]
pub struct Call {
    /// What the caller shows; `None` is a stranger.
    pub credential: Option<Credential>,
    /// By which door.
    pub via: Via,
    /// Ties log lines and audit rows together.
    pub request_id: String,
    /// The caller's address, without port.
    pub address: String,
    /// The browser, as it calls itself.
    pub device: String,
    /// Set when it is to be done once, however often it is sent.
    pub once: Option<Once>,
}

impl Call {
    /// Reads a request's headers. A bearer token goes before the cookie: a script that sends one
    /// means it.
    #[must_use]
    pub fn read(via: Via, door: Door) -> Self {
        let bearer = door.authorization.and_then(|h| h.strip_prefix("Bearer "));
        let credential = match bearer {
            Some(token) => Some(Credential::token(token.trim())),
            None => door.cookie.and_then(session_token).map(Credential::session),
        };
        Self {
            credential,
            via,
            request_id: door.request_id.to_owned(),
            address: door.address.to_owned(),
            device: door.user_agent.unwrap_or("").chars().take(200).collect(),
            once: None,
        }
    }
}

fn session_token(cookies: &str) -> Option<&str> {
    cookies.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == COOKIE).then_some(value)
    })
}

/// What is the same for every request of this process.
#[derive(Debug, Clone)]
pub struct House {
    /// The company's time zone.
    pub zone: TimeZone,
    /// The published forms.
    pub forms: Arc<Forms>,
}

/// A request of a known person, inside a transaction.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Who.
    pub actor: Actor,
    /// How the pages look to him.
    pub look: Look,
    /// His session; `None` with an API token.
    pub session: Option<SessionId>,
    /// When the session was last seen before, µs.
    pub last_seen_at: i64,
    /// Time and seed of the command.
    pub moment: Moment,
    /// By which door.
    pub via: Via,
    /// Ties log lines and audit rows together.
    pub request_id: String,
    /// Time zone and forms.
    pub house: House,
}

impl Scene {
    /// The company's today.
    #[must_use]
    pub fn today(&self) -> Date {
        self.day(self.moment.at())
    }

    /// The company's day at a moment, µs.
    #[must_use]
    pub fn day(&self, at: i64) -> Date {
        let at = Timestamp::from_microsecond(at).unwrap_or_default();
        at.to_zoned_datetime(self.house.zone.clone()).date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bearer_goes_before_the_cookie_and_only_our_cookie_counts() {
        let cookie = Some("a=b; __Host-kd_s=tok; c=d");
        let door = Door {
            cookie,
            authorization: Some("Bearer kd_1"),
            ..Door::default()
        };
        assert_eq!(
            Call::read(Via::Api, door).credential,
            Some(Credential::token("kd_1"))
        );
        let door = Door {
            cookie,
            ..Door::default()
        };
        assert_eq!(
            Call::read(Via::Web, door).credential,
            Some(Credential::session("tok"))
        );
        let door = Door {
            cookie: Some("kd_s=tok; x__Host-kd_s=t"),
            ..Door::default()
        };
        assert_eq!(Call::read(Via::Web, door).credential, None);
    }
}
