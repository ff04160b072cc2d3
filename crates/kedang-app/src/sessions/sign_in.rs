//! Signs in with login name and password.

use kedang_core::digest::{hex, sha256};
use kedang_core::{Moment, Problem, StaffId};
use kedang_store::login_failures::{self as failures};
use kedang_store::sessions::{self, NewSession};
use kedang_store::{StoreError, Tx, staff};

use super::throttle;
use crate::audit::{self, By, Deed};
use crate::{App, AppError, Call};

/// A session lives this long, µs: twelve hours, one working day.
const DAY: i64 = 12 * 3_600 * 1_000_000;
/// And this long when the person asked to be remembered: seven days.
const WEEK: i64 = 7 * 24 * 3_600 * 1_000_000;

/// What was typed.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Login name.
    pub login: String,
    /// Password. Never logged.
    pub password: String,
    /// Remember this device for seven days.
    pub remember: bool,
}

/// The token to be put into the cookie; the database knows only its hash.
#[derive(Debug)]
pub struct SignedIn {
    /// 64 hexadecimal digits.
    pub token: String,
    /// How long the cookie lives, seconds; `None` until the browser is closed.
    pub max_age: Option<i64>,
}

impl App {
    /// Opens a session.
    ///
    /// # Errors
    /// `session.wrong` with the tries left, `session.blocked` with the minutes to wait. Both take
    /// as long and say the same whether or not the login is known.
    pub async fn sign_in(&self, call: &Call, ask: SignIn) -> Result<SignedIn, AppError> {
        let moment = self.moment()?;
        let login = ask.login.trim().to_owned();
        let subjects = [
            format!("login:{login}"),
            format!("address:{}", call.address),
        ];
        let now = moment.at();
        let (blocked, known) = self
            .store
            .read(move |tx| -> Result<_, AppError> {
                let mut blocked = 0;
                for subject in &subjects {
                    blocked =
                        blocked.max(throttle::minutes_left(failures::find(tx, subject)?, now));
                }
                Ok((blocked, staff::credentials(tx, &login)?))
            })
            .await?;
        if blocked > 0 {
            return Err(Problem::too_many("session.blocked")
                .with("minutes", blocked)
                .into());
        }
        let (who, hash) = known.map_or((None, None), |(id, hash)| (Some(id), hash));
        let right = self.passwords.verify(ask.password.clone(), hash).await?;
        match who.filter(|_| right) {
            Some(staff) => self.opened(call, moment, staff, &ask).await,
            None => Err(self.refused(call, moment, ask.login.trim()).await?.into()),
        }
    }

    async fn opened(
        &self,
        call: &Call,
        moment: Moment,
        staff: StaffId,
        ask: &SignIn,
    ) -> Result<SignedIn, AppError> {
        let token = hex(&self.chance.seed()?);
        let hash = sha256(&[token.as_bytes()]);
        let life = if ask.remember { WEEK } else { DAY };
        let (call, login) = (call.clone(), ask.login.trim().to_owned());
        self.store
            .write(move |tx| -> Result<(), AppError> {
                let mut draw = moment.draw();
                let id = draw.id();
                failures::clear(tx, &format!("login:{login}"))?;
                sessions::insert(
                    tx,
                    &NewSession {
                        id: &id,
                        token_hash: &hash,
                        staff: &staff,
                        device: &call.device,
                        address: &call.address,
                        at: moment.at(),
                        expires_at: moment.at() + life,
                    },
                )?;
                let by = by(&call, staff.as_str(), moment.at());
                audit::record(tx, &mut draw, by, &deed("session.create", &id, "allowed"))?;
                Ok(())
            })
            .await?;
        Ok(SignedIn {
            token,
            max_age: ask.remember.then_some(WEEK / 1_000_000),
        })
    }

    async fn refused(&self, call: &Call, moment: Moment, login: &str) -> Result<Problem, AppError> {
        let (call, login) = (call.clone(), login.to_owned());
        let left = self
            .store
            .write(move |tx| -> Result<i64, AppError> {
                let now = moment.at();
                let left = count(tx, &format!("login:{login}"), now, throttle::PER_LOGIN)?;
                count(
                    tx,
                    &format!("address:{}", call.address),
                    now,
                    throttle::PER_ADDRESS,
                )?;
                let by = by(&call, "stranger", now);
                audit::record(
                    tx,
                    &mut moment.draw(),
                    by,
                    &deed("session.create", "", "denied"),
                )?;
                Ok(left)
            })
            .await?;
        Ok(Problem::unauthenticated("session.wrong").with("left", left))
    }
}

/// Counts a failure and says how many tries are left.
fn count(tx: &mut Tx, subject: &str, now: i64, limit: i64) -> Result<i64, StoreError> {
    let after = throttle::failed(failures::find(tx, subject)?, now, limit);
    failures::put(tx, subject, &after)?;
    Ok((limit - after.count).max(0))
}

fn by<'a>(call: &'a Call, actor: &'a str, at: i64) -> By<'a> {
    By {
        actor,
        via: call.via,
        request_id: &call.request_id,
        at,
    }
}

fn deed<'a>(action: &'static str, id: &'a str, decision: &'static str) -> Deed<'a> {
    Deed {
        action,
        object: ("session", id),
        class: None,
        decision,
        fields: &[],
        payload: None,
    }
}
