//! Whom to ask for at a customer.

/// The first decision-maker of a customer, or else its first contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstPerson {
    /// 姓名.
    pub name: String,
    /// 职务.
    pub title: Option<String>,
    /// 手机.
    pub mobile: Option<String>,
    /// 电话.
    pub phone: Option<String>,
}
