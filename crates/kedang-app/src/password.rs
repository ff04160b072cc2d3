//! Passwords: argon2id, at most two at a time, never inside a transaction.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use kedang_core::entry::Entry;
use tokio::sync::Semaphore;

use crate::AppError;

/// Hashes and verifies with 19 MiB, two passes (OWASP's floor). The gate keeps a flood of
/// sign-ins from taking all memory and both cores.
#[derive(Debug)]
pub struct Passwords {
    gate: Semaphore,
}

/// Fewer characters are refused (ASVS 6.2.1).
const SHORTEST: usize = 8;
/// More are refused, before anything is hashed.
const LONGEST: usize = 200;
/// A hash of nothing anybody knows: verified when the login is unknown, so that the answer takes
/// as long as for a known one.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
                     o1pEGs7VYWLC4i6GbxpHmUxFyfzCjKCdGGfAOCdxVPA";

impl Default for Passwords {
    fn default() -> Self {
        Self {
            gate: Semaphore::new(2),
        }
    }
}

impl Passwords {
    /// Hashes a password into PHC form with a salt of its own.
    ///
    /// # Errors
    /// When the machine has no random source or the process is shutting down.
    pub async fn hash(&self, password: String) -> Result<String, AppError> {
        self.run(move || {
            Argon2::default()
                .hash_password(password.as_bytes())
                .map(|hash| hash.to_string())
        })
        .await?
        .map_err(|e| AppError::Internal(format!("argon2: {e}")))
    }

    /// Whether `password` is the one behind `hash`; without a hash it takes as long and is not.
    ///
    /// # Errors
    /// When the process is shutting down.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, AppError> {
        self.run(move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| DECOY.to_owned());
            let right = PasswordHash::new(&hash).is_ok_and(|parsed| {
                Argon2::default()
                    .verify_password(password.as_bytes(), &parsed)
                    .is_ok()
            });
            known && right
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let _turn = self
            .gate
            .acquire()
            .await
            .map_err(|e| AppError::Internal(e.to_string()))?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|e| AppError::Internal(e.to_string()))
    }
}

/// Notes against `password` when it is too short or too long.
pub(crate) fn check(entry: &mut Entry, password: &str) {
    let length = password.chars().count();
    if length < SHORTEST {
        entry.note(
            "password",
            "staff.password_short",
            vec![("min", SHORTEST.into())],
        );
    } else if length > LONGEST {
        entry.note("password", "entry.too_long", vec![("max", LONGEST.into())]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_right_password_and_no_other() -> Result<(), AppError> {
        let passwords = Passwords::default();
        let hash = passwords.hash("客档-password".into()).await?;
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert!(
            passwords
                .verify("客档-password".into(), Some(hash.clone()))
                .await?
        );
        assert!(!passwords.verify("客档-Password".into(), Some(hash)).await?);
        assert!(!passwords.verify("anything".into(), None).await?);
        Ok(())
    }

    #[test]
    fn the_decoy_is_a_real_hash() {
        assert!(PasswordHash::new(DECOY).is_ok());
    }
}
