//! Defects of screen and paper: every field once, every grid closed.

use kedang_form::DefectCode as D;
use serde_json::json;

use crate::defects::{broken, grid};

#[test]
fn layout_places_every_field_once() {
    broken(
        |json| {
            json["layout"]["section"][0]["fields"]
                .as_array_mut()
                .unwrap()
                .remove(0);
        },
        &[(D::F113, "layout.section")],
    );
    broken(
        |json| {
            json["layout"]["section"][0]["fields"]
                .as_array_mut()
                .unwrap()
                .push(json!({"field": "name"}));
        },
        &[(D::F114, "layout.section")],
    );
    broken(
        |json| {
            json["layout"]["section"][0]["fields"]
                .as_array_mut()
                .unwrap()
                .push(json!({"field": "old"}));
        },
        &[(D::F116, "layout.section")],
    );
    broken(
        |json| {
            json["layout"]["section"][0]["fields"]
                .as_array_mut()
                .unwrap()
                .push(json!({"field": "nobody"}));
        },
        &[(D::F115, "layout.section.all")],
    );
    broken(
        |json| json["layout"]["section"][0]["copy"] = json!([["name"], ["born", "kin"]]),
        &[
            (D::F115, "layout.section.all.copy"),
            (D::F110, "words.zh-CN.copy"),
        ],
    );
    broken(
        |json| json["layout"]["section"][0]["fields"][0]["span"] = json!(13),
        &[(D::F117, "layout.section.all")],
    );
    broken(
        |json| {
            json["layout"]["paper"]["off"]
                .as_array_mut()
                .unwrap()
                .remove(0);
        },
        &[(D::F113, "layout.paper")],
    );
}

#[test]
fn paper_grids_close_and_print_every_field_once() {
    let cells = json!([[{"label": "name"}, {"value": "name"}]]);
    broken(
        grid(json!([500, 400]), cells.clone()),
        &[(D::F117, "layout.paper.1")],
    );
    broken(
        grid(json!([500, 250, 250]), cells.clone()),
        &[(D::F118, "layout.paper.1.row.1")],
    );
    broken(
        grid(
            json!([500, 500]),
            json!([[{"label": "name"}, {"value": "name", "caption": "x"}]]),
        ),
        &[
            (D::F115, "layout.paper.1"),
            (D::F110, "words.zh-CN.caption"),
        ],
    );
    broken(
        grid(
            json!([500, 500]),
            json!([[{"value": "name"}, {"value": "name"}]]),
        ),
        &[(D::F114, "layout.paper")],
    );
    let table =
        json!([{"kind": "table", "repeat": "kin", "columns": [{"column": "name", "width": 1000}]}]);
    broken(
        move |json| {
            json["layout"]["paper"]["off"] = json!(["name", "born", "sex", "likes", "sign"]);
            json["layout"]["paper"]["block"] = table.clone();
        },
        &[(D::F113, "layout.paper")],
    );
}
