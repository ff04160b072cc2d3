//! The table `migrations`, and what is still to do.

use super::Migration;
use crate::db::StoreError;

/// Number and name of a migration the database has had.
pub(crate) type Applied = (u32, String);

/// Makes the table; the same text on both engines but for the strictness of SQLite.
pub(crate) const TABLE: &str = "create table if not exists migrations (\
     number bigint primary key, name text not null, applied_at bigint not null)";

/// Reads the table.
pub(crate) const APPLIED: &str = "select number, name from migrations order by number";

/// Writes one line.
pub(crate) const APPLY: &str =
    "insert into migrations (number, name, applied_at) values ($1, $2, $3)";

/// The newest schema the program knows; 0 without migrations.
pub(crate) fn known(list: &[Migration]) -> u32 {
    list.last().map_or(0, |migration| migration.number)
}

/// The schema of the database; 0 if it is empty.
pub(crate) fn newest(applied: &[Applied]) -> u32 {
    applied.last().map_or(0, |(number, _)| *number)
}

/// A number as the table holds it.
///
/// # Errors
/// [`StoreError::Unsupported`] if the table holds something else.
pub(crate) fn number(found: i64) -> Result<u32, StoreError> {
    u32::try_from(found)
        .map_err(|_negative| StoreError::Unsupported(format!("migration number {found}")))
}

/// The part of `list` the database has not had.
///
/// # Errors
/// [`StoreError::SchemaNewer`] if it has had more, [`StoreError::SchemaDiffers`] if it has had
/// others.
pub(crate) fn pending<'l>(
    applied: &[Applied],
    list: &'l [Migration],
) -> Result<&'l [Migration], StoreError> {
    if newest(applied) > known(list) {
        return Err(StoreError::SchemaNewer {
            found: newest(applied),
            known: known(list),
        });
    }
    for (migration, expected) in list.iter().zip(1..) {
        if migration.number != expected {
            let message = format!("migration {} stands at place {expected}", migration.number);
            return Err(StoreError::Unsupported(message));
        }
    }
    for ((number, found), migration) in applied.iter().zip(list) {
        if *number != migration.number || found != migration.name {
            return Err(StoreError::SchemaDiffers {
                number: *number,
                found: found.clone(),
                known: migration.name.to_owned(),
            });
        }
    }
    Ok(list.get(applied.len()..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[Migration] = &[
        Migration {
            number: 1,
            name: "house",
            sqlite: "",
            postgres: "",
        },
        Migration {
            number: 2,
            name: "loans",
            sqlite: "",
            postgres: "",
        },
    ];

    fn had(names: &[&str]) -> Vec<Applied> {
        (1..)
            .zip(names.iter().map(|name| (*name).to_owned()))
            .collect()
    }

    #[test]
    fn what_is_left_is_the_rest_of_the_list() {
        for (names, left) in [
            (&[] as &[&str], 2),
            (&["house"], 1),
            (&["house", "loans"], 0),
        ] {
            assert_eq!(pending(&had(names), LIST).unwrap().len(), left, "{names:?}");
        }
    }

    #[test]
    fn a_newer_or_other_history_is_refused() {
        let newer = pending(&had(&["house", "loans", "more"]), LIST);
        assert!(matches!(
            newer,
            Err(StoreError::SchemaNewer { found: 3, known: 2 })
        ));
        let other = pending(&had(&["boat"]), LIST);
        assert!(matches!(
            other,
            Err(StoreError::SchemaDiffers { number: 1, .. })
        ));
    }

    #[test]
    fn a_list_with_a_gap_is_refused() {
        assert!(matches!(
            pending(&[], &LIST[1..]),
            Err(StoreError::Unsupported(_))
        ));
    }
}
