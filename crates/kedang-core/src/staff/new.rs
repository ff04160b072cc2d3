//! An account to be opened, a department to be added.

use crate::DepartmentId;
use crate::entry::Entry;
use crate::problem::Problem;

/// What was typed, as it came.
#[derive(Debug, Clone, Default)]
pub struct NewMember {
    /// The name to sign in with.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Id of the department in which he works.
    pub department: String,
}

/// What holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedMember {
    /// 1 to 40 characters without blanks.
    pub login: String,
    /// 1 to 60 characters.
    pub name: String,
    /// An id; whether there is such a department the store knows.
    pub department: DepartmentId,
}

impl NewMember {
    /// Checks every field and reports all that do not hold.
    ///
    /// # Errors
    /// `staff.invalid` with `staff.login_missing`, `staff.login_blank`, `staff.name_missing`,
    /// `staff.department_missing`.
    pub fn check(&self) -> Result<CheckedMember, Problem> {
        let mut entry = Entry::new();
        let login = entry.required("login", &self.login, 40, "staff.login_missing");
        if login
            .as_ref()
            .is_some_and(|l| l.contains(char::is_whitespace))
        {
            entry.refuse("login", "staff.login_blank");
        }
        let name = entry.required("name", &self.name, 60, "staff.name_missing");
        let department = DepartmentId::parse(self.department.trim()).ok();
        if department.is_none() {
            entry.refuse("department", "staff.department_missing");
        }
        match (login, name, department) {
            (Some(login), Some(name), Some(department)) if entry.holds() => Ok(CheckedMember {
                login,
                name,
                department,
            }),
            _ => Err(entry.refusal("staff.invalid")),
        }
    }
}

/// The name of a department, trimmed.
///
/// # Errors
/// `department.invalid` with `department.name_missing` and the like.
pub fn check_department_name(name: &str) -> Result<String, Problem> {
    let mut entry = Entry::new();
    let name = entry.required("name", name, 60, "department.name_missing");
    name.ok_or_else(|| entry.refusal("department.invalid"))
}

/// The name of a person, trimmed.
///
/// # Errors
/// `staff.invalid` with `staff.name_missing` and the like.
pub fn check_person_name(name: &str) -> Result<String, Problem> {
    let mut entry = Entry::new();
    let name = entry.required("name", name, 60, "staff.name_missing");
    name.ok_or_else(|| entry.refusal("staff.invalid"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_at_once() {
        let problem = NewMember::default().check().expect_err("refused");
        let fields: Vec<_> = problem
            .fields
            .iter()
            .map(|f| (f.field.as_str(), f.code))
            .collect();
        assert_eq!(
            fields,
            [
                ("login", "staff.login_missing"),
                ("name", "staff.name_missing"),
                ("department", "staff.department_missing")
            ]
        );
        let blank = NewMember {
            login: "li si".to_owned(),
            name: "李四".to_owned(),
            department: "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b".to_owned(),
        };
        let problem = blank.check().expect_err("refused");
        assert_eq!(
            problem.of("login").map(|f| f.code),
            Some("staff.login_blank")
        );
        assert!(check_department_name("  ").is_err());
        assert_eq!(
            check_department_name(" 销售一部 "),
            Ok("销售一部".to_owned())
        );
    }
}
