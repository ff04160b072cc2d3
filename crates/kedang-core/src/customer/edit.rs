//! A customer is changed: every plain field, its types, where it stands, whose it is.

use std::collections::BTreeSet;

use super::{Customer, Details, Party, Stage};
use crate::entry::Entry;
use crate::id::{DepartmentId, StaffId};
use crate::problem::Problem;

/// What was typed, as it came; what was not sent is as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EditCustomer {
    /// 客户名称.
    pub name: String,
    /// 如何认识.
    pub how_met: String,
    /// A key of [`Stage`].
    pub stage: String,
    /// Why the stage changes; asked for when a customer is lost.
    pub stage_reason: String,
    /// Keys of [`Party`]; `None` when they are not concerned.
    pub types: Option<Vec<String>>,
    /// 负责人, a staff id; empty for nobody.
    pub owner: String,
    /// 部门, an id.
    pub department: String,
    /// The plain fields.
    pub details: Details,
}

/// What holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// 1 to 120 characters.
    pub name: String,
    /// 1 to 200 characters.
    pub how_met: String,
    /// Where it stands.
    pub stage: Stage,
    /// Why it stands elsewhere than before.
    pub stage_reason: Option<String>,
    /// In the order of [`Party::ALL`].
    pub types: Vec<Party>,
    /// 负责人.
    pub owner: Option<StaffId>,
    /// 部门.
    pub department: DepartmentId,
    /// The plain fields, each of which holds.
    pub details: Details,
}

impl EditCustomer {
    /// The customer as it stands.
    #[must_use]
    pub fn of(customer: &Customer) -> Self {
        Self {
            name: customer.name.clone(),
            how_met: customer.how_met.clone(),
            stage: customer.stage.clone(),
            stage_reason: String::new(),
            types: None,
            owner: customer
                .owner
                .as_ref()
                .map_or(String::new(), |o| o.id.clone()),
            department: customer.department.id.clone(),
            details: customer.details.clone(),
        }
    }

    /// Sets a field by its name in the API; false when there is none of that name. The types have
    /// a field of their own.
    pub fn set(&mut self, field: &str, value: Option<String>) -> bool {
        let place = match field {
            "name" => &mut self.name,
            "how_met" => &mut self.how_met,
            "stage" => &mut self.stage,
            "stage_reason" => &mut self.stage_reason,
            "owner" => &mut self.owner,
            "department" => &mut self.department,
            other => return self.details.set(other, value),
        };
        *place = value.unwrap_or_default();
        true
    }

    /// Checks every field against the customer as it stands and reports all that do not hold.
    /// `today` is the company's date.
    ///
    /// # Errors
    /// `customer.edit_invalid` with one entry per field.
    pub fn check(&self, before: &Customer, today: &str) -> Result<Edited, Problem> {
        let mut entry = Entry::new();
        let name = entry.required("name", &self.name, 120, "customer.name_missing");
        let how_met = entry.required("how_met", &self.how_met, 200, "customer.how_met_missing");
        let stage = Stage::from_key(&self.stage);
        if stage.is_none() {
            entry.refuse("stage", "customer.stage_unknown");
        }
        let stage_reason = entry.line("stage_reason", &self.stage_reason, 200);
        let moves = self.stage != before.stage;
        if moves && stage == Some(Stage::Lost) && stage_reason.is_none() {
            entry.refuse("stage_reason", "customer.lost_reason_missing");
        }
        let types = self.types(&mut entry, before);
        let owner = StaffId::parse(&self.owner).ok();
        if owner.is_none() && !self.owner.is_empty() {
            entry.refuse("owner", "customer.owner_unknown");
        }
        let department = DepartmentId::parse(&self.department).ok();
        if department.is_none() {
            entry.refuse("department", "customer.department_unknown");
        }
        let details = self.details.check(&mut entry, today);
        match (name, how_met, stage, department) {
            (Some(name), Some(how_met), Some(stage), Some(department)) if entry.holds() => {
                Ok(Edited {
                    name,
                    how_met,
                    stage,
                    stage_reason: stage_reason.filter(|_| moves),
                    types,
                    owner,
                    department,
                    details,
                })
            }
            _ => Err(entry.refusal("customer.edit_invalid")),
        }
    }

    /// At least one (D02-1), each once.
    fn types(&self, entry: &mut Entry, before: &Customer) -> Vec<Party> {
        let Some(typed) = &self.types else {
            return before.parties();
        };
        let chosen: BTreeSet<&str> = typed
            .iter()
            .map(|t| t.trim())
            .filter(|t| !t.is_empty())
            .collect();
        if chosen.is_empty() {
            entry.refuse("types", "customer.types_missing");
        }
        if chosen.iter().any(|key| Party::from_key(key).is_none()) {
            entry.refuse("types", "customer.types_unknown");
        }
        Party::ALL
            .into_iter()
            .filter(|party| chosen.contains(party.key()))
            .collect()
    }
}

impl Edited {
    /// The types as stored.
    #[must_use]
    pub fn types_text(&self) -> String {
        let keys: Vec<_> = self.types.iter().map(|party| party.key()).collect();
        keys.join(" ")
    }

    /// The names of the fields in which it differs from the customer as it stands.
    #[must_use]
    pub fn differing(&self, before: &Customer) -> Vec<&'static str> {
        let owner = before.owner.as_ref().map(|owner| owner.id.as_str());
        let head = [
            ("name", self.name != before.name),
            ("how_met", self.how_met != before.how_met),
            ("stage", self.stage.key() != before.stage),
            ("types", self.types != before.parties()),
            ("owner", self.owner.as_ref().map(StaffId::as_str) != owner),
            (
                "department",
                self.department.as_str() != before.department.id,
            ),
        ];
        let head = head.into_iter().filter(|(_, differs)| *differs);
        let plain = Details::FIELDS.iter().copied();
        let plain = plain.filter(|f| self.details.get(f) != before.details.get(f));
        head.map(|(field, _)| field).chain(plain).collect()
    }
}
