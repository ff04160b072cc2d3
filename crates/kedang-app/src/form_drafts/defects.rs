//! The compiler's defects as a problem with a sentence each, the label of the field in it.

use kedang_core::{Arg, FieldProblem, Problem};
use kedang_form::{Defect, DefectCode};
use serde_json::Value;

use crate::AppError;

/// Defects told at once at most.
const MOST: usize = 12;

/// What is wrong with a definition, in sentences of `language`.
pub(super) fn problem(definition: &str, defects: &[Defect], language: &str) -> Problem {
    let json: Value = serde_json::from_str(definition).unwrap_or_default();
    let mut problem = Problem::invalid("form_draft.defective").with("count", defects.len());
    let told = defects.iter().take(MOST);
    problem.fields = told
        .map(|defect| FieldProblem {
            field: defect.path.clone(),
            code: code(defect.code),
            args: vec![
                ("label", Arg::from(about(&json, defect, language))),
                ("detail", Arg::from(defect.detail.as_str())),
            ],
        })
        .collect();
    problem
}

/// The label of what a defect is about, else its path.
fn about(definition: &Value, defect: &Defect, language: &str) -> String {
    let label = label(definition, &defect.about(), language);
    label.unwrap_or_else(|| defect.path.clone())
}

/// The label of the first of these that is a field or a section.
pub(super) fn label(definition: &Value, paths: &[&str], language: &str) -> Option<String> {
    for path in paths {
        for language in [language, "zh-CN"] {
            let words = &definition["words"][language];
            for table in ["label", "section"] {
                if let Some(word) = words[table][*path].as_str() {
                    return Some(word.to_owned());
                }
            }
        }
    }
    None
}

/// A definition that cannot be taken apart: no step leads there.
pub(super) fn unreadable(key: &str, defects: &[Defect]) -> AppError {
    AppError::Internal(format!("form {key} cannot be taken apart: {defects:?}"))
}

/// The code of the sentence.
fn code(defect: DefectCode) -> &'static str {
    match defect {
        DefectCode::F101 => "form_draft.f101",
        DefectCode::F102 => "form_draft.f102",
        DefectCode::F103 => "form_draft.f103",
        DefectCode::F104 => "form_draft.f104",
        DefectCode::F105 => "form_draft.f105",
        DefectCode::F106 => "form_draft.f106",
        DefectCode::F107 => "form_draft.f107",
        DefectCode::F108 => "form_draft.f108",
        DefectCode::F109 => "form_draft.f109",
        DefectCode::F110 => "form_draft.f110",
        DefectCode::F111 => "form_draft.f111",
        DefectCode::F112 => "form_draft.f112",
        DefectCode::F113 => "form_draft.f113",
        DefectCode::F114 => "form_draft.f114",
        DefectCode::F115 => "form_draft.f115",
        DefectCode::F116 => "form_draft.f116",
        DefectCode::F117 => "form_draft.f117",
        DefectCode::F118 => "form_draft.f118",
        DefectCode::F119 => "form_draft.f119",
        DefectCode::F120 => "form_draft.f120",
        DefectCode::F121 => "form_draft.f121",
        DefectCode::F122 => "form_draft.f122",
        DefectCode::F123 => "form_draft.f123",
        DefectCode::F124 => "form_draft.f124",
        DefectCode::F125 => "form_draft.f125",
        DefectCode::F126 => "form_draft.f126",
        DefectCode::F127 => "form_draft.f127",
    }
}
