//! What a signature signs: exact bytes, so that others can verify it.

use std::collections::BTreeMap;

use kedang_form::{commit, content_hash};

use crate::mini::mini;
use crate::support::pairs;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Computed outside with `printf … | sha256sum`.
#[test]
fn the_bytes_are_those_of_the_definition() {
    let salt: [u8; 16] = *b"0123456789abcdef";
    let one = commit(&salt, "name", "\"A\"");
    assert_eq!(hex(&one), COMMIT);
    let commits = BTreeMap::from([("name".to_owned(), one)]);
    assert_eq!(hex(&content_hash("mini", 3, &commits)), CONTENT);
}

const COMMIT: &str = "0687b0c6692700c11c4fba39bec96b711d1ac4b9057f394d8b275a9e308c6ecc";
const CONTENT: &str = "d5847d61da5ef20ddae111285029436de62adaf8c9d9d97d46e1d08016ed9eb0";

#[test]
fn a_signature_covers_what_it_names() {
    let form = mini(
        "[[field]]\nkey = \"a\"\ntype = \"text\"\n[[field]]\nkey = \"b\"\ntype = \"text\"\n\
         [[field]]\nkey = \"log\"\ntype = \"repeat\"\nappend_only = true\ncolumns = [{ key = \"x\", type = \"text\" }]\n\
         [[field]]\nkey = \"kin\"\ntype = \"repeat\"\ncolumns = [{ key = \"x\", type = \"text\" }]\n\
         [[field]]\nkey = \"all\"\ntype = \"signature\"\ncovers = [\"*\"]\n\
         [[field]]\nkey = \"some\"\ntype = \"signature\"\ncovers = [\"b\", \"kin\"]\n\
         [[field]]\nkey = \"section\"\ntype = \"signature\"",
        "",
    );
    assert_eq!(form.covers("all").unwrap(), ["a", "b", "kin"]);
    assert_eq!(form.covers("some").unwrap(), ["b", "kin"]);
    assert_eq!(form.covers("section").unwrap(), ["a", "b", "kin"]);
    assert_eq!(form.covers("a"), None);
    let typed = [
        ("a", "1"),
        ("b!none", "1"),
        ("kin.0.id", "k"),
        ("kin.0.x", "2"),
        ("log.0.x", "3"),
    ];
    let answers = form.read(&pairs(&typed)).answers;
    let leaf = |path: &str, json: &str| (path.to_owned(), json.to_owned());
    let some = [
        leaf("b", "{\"none\":true}"),
        leaf("kin", "[\"k\"]"),
        leaf("kin.k.x", "\"2\""),
    ];
    assert_eq!(form.covered_leaves("some", &answers).unwrap(), some);
    assert_eq!(
        form.leaves(&answers).len(),
        4,
        "a, b, kin and its cell; the log signs row by row"
    );
    assert_eq!(form.covered_leaves("a", &answers), None);
    let typed = [
        ("kin.0.id", "z"),
        ("kin.0.x", "1"),
        ("kin.1.id", "a"),
        ("kin.1.x", "2"),
    ];
    let answers = form.read(&pairs(&typed)).answers;
    let rows = [
        leaf("kin", "[\"z\",\"a\"]"),
        leaf("kin.a.x", "\"2\""),
        leaf("kin.z.x", "\"1\""),
    ];
    assert_eq!(
        form.leaves(&answers),
        rows,
        "sorted by path; the order of the rows is signed too"
    );
}
