//! The product's migrations, oldest first; each number is a pair of files of the same name.

use super::Migration;

macro_rules! migrations {
    ($($number:literal $name:literal;)*) => {
        &[$(Migration {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../../migrations/postgres/", $name, ".sql")),
        }),*]
    };
}

/// Every migration this program knows.
pub(crate) const MIGRATIONS: &[Migration] = migrations! {
    1 "0001_house";
    2 "0002_real_input";
    3 "0003_cards";
    4 "0004_attachments";
    5 "0005_references";
    6 "0006_contacts";
    7 "0007_life_of_customers";
    8 "0008_staff_room";
    9 "0009_form_drafts";
    10 "0010_idempotency";
    11 "0011_branches";
    12 "0012_filing";
    13 "0013_imports";
    14 "0014_hobbies";
    15 "0015_import_targets";
    16 "0016_class_of_customers";
    17 "0017_counter_of_codes";
};
