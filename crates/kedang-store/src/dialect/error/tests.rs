//! Failures of either engine in the words of the store.

use super::*;

#[test]
fn the_table_written_to_is_found_in_the_text() {
    for (sql, table) in [
        ("insert into staff (id) values ($1)", "staff"),
        (
            "insert into staff(id) values ($1) on conflict do update set a = 1",
            "staff",
        ),
        ("update customers set name = $2", "customers"),
        ("delete from grants where id = $1", "grants"),
        ("with gone as (select 1) delete from grants", "grants"),
        (
            "with n as (select 1)\n  insert into\n  audit (id) select 1",
            "audit",
        ),
        ("select updated_at from customers", ""),
    ] {
        assert_eq!(target(sql), table, "{sql}");
    }
}

#[test]
fn a_check_is_traced_to_its_column() {
    for (table, name, column) in [
        ("staff", "staff_status_check", "status"),
        ("staff", "staff_status_check1", "status"),
        ("card_rows", "card_rows_lost_at_check", "lost_at"),
        ("staff", "staff_check", ""),
        ("staff", "something_else", ""),
    ] {
        assert_eq!(check_column(table, name), column, "{name}");
    }
}

#[test]
fn what_the_server_says_of_a_copied_row_is_read_in_any_language() {
    for (place, line) in [
        ("COPY customers, line 7", Some(7)),
        ("COPY customers, line 12, column version: \"x\"", Some(12)),
        ("COPY customers, 行 3", Some(3)),
        ("SQL statement \"select 1\"", None),
    ] {
        assert_eq!(copy_line(place), line, "{place}");
    }
    let said = copy_key("Key (form_key, form_version)=(a, 2) is not present in table \"forms\".");
    let key = ("form_key, form_version".to_owned(), "a, 2".to_owned());
    assert_eq!(said, Some((key, Some("forms".to_owned()))));
    assert_eq!(copy_key("nothing of a key"), None);
}

#[test]
fn several_columns_are_joined() {
    let error = columns(ConstraintKind::Unique, "t.a, t.b");
    assert_eq!(error.to_string(), "Unique constraint on t(a,b)");
}
