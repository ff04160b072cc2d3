//! The eight roles. Their words are the login names of the demo.

/// What a member of staff is trusted with; held in a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// 业务员: the dossiers he owns.
    Sales,
    /// 部门主管: the dossiers of his department and those below it.
    Head,
    /// 信息部: steward of all data.
    Steward,
    /// 档案员: intake, shelf and loans of all dossiers.
    Archivist,
    /// 总经理 of the department in which he holds it, and those below.
    Gm,
    /// 审计员: the audit log, no content.
    Auditor,
    /// 系统管理员: staff, settings, backup, no content.
    Admin,
    /// 安全管理员: roles, classes, policies, no content.
    Security,
}

impl Role {
    /// Every role, in the order in which they are shown.
    pub const ALL: [Role; 8] = [
        Role::Sales,
        Role::Head,
        Role::Steward,
        Role::Archivist,
        Role::Gm,
        Role::Auditor,
        Role::Admin,
        Role::Security,
    ];

    /// The key as stored, and the demo's login name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Head => "head",
            Self::Steward => "steward",
            Self::Archivist => "archivist",
            Self::Gm => "gm",
            Self::Auditor => "auditor",
            Self::Admin => "admin",
            Self::Security => "security",
        }
    }

    /// Reads a stored key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }
}
