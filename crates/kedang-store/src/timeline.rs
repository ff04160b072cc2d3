//! The timeline of a customer: what was done to it and its cards, out of the audit, and its
//! contacts, in one order.

use kedang_core::{CustomerId, Instant};

use crate::db::{StoreError, Tx, statements};

statements! {
    PAGE = concat!(
        "select t.at, t.id, t.action, t.object_type, t.object_id, t.actor, s.name, t.form_key, t.channel, t.direction, t.person, t.summary from (",
        "select * from (select a.at, a.id, a.action, a.object_type, a.object_id, a.actor, null as form_key, null as channel, null as direction, null as person, null as summary from audit a where a.object_type = 'customer' and a.object_id in (select o.id from customers o where o.id = $1 or o.merged_into = $1) and (a.at, a.id) < ($2, $3) order by a.at desc, a.id desc limit $4) c",
        " union all select * from (select a.at, a.id, a.action, a.object_type, a.object_id, a.actor, k.form_key, null, null, null, null from cards k join audit a on a.object_type = 'card' and a.object_id = k.id where k.customer_id = $1 and (a.at, a.id) < ($2, $3) order by a.at desc, a.id desc limit $4) d",
        " union all select * from (select b.happened_at, b.id, 'contact', 'contact', b.id, b.staff_id, null, b.channel, b.direction, b.person, b.summary from contacts b where b.customer_id = $1 and b.removed_at is null and (b.happened_at, b.id) < ($2, $3) order by b.happened_at desc, b.id desc limit $4) e",
        ") t left join staff s on s.id = t.actor order by t.at desc, t.id desc limit $4");
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When. Of a contact: the beginning of its day.
    pub at: Instant,
    /// Its id.
    pub id: String,
    /// `noun.verb` of the audit, or `contact`.
    pub action: String,
    /// `customer`, `card` or `contact`.
    pub object_type: String,
    /// Its id.
    pub object_id: String,
    /// Name of the person; of a command its name.
    pub actor: String,
    /// Key of the card's form.
    pub form: Option<String>,
    /// Keys of channel and direction of a contact.
    pub channel: Option<String>,
    /// See `channel`.
    pub direction: Option<String>,
    /// With whom the contact was.
    pub person: Option<String>,
    /// What it was about.
    pub summary: Option<String>,
}

/// The events before a place (µs and id), newest first, one more than `limit`.
///
/// # Errors
/// When the database fails.
pub fn page(
    tx: &mut Tx,
    customer: &CustomerId,
    (at, id): (i64, &str),
    limit: u32,
) -> Result<Vec<Event>, StoreError> {
    let args = [
        customer.as_str().into(),
        at.into(),
        id.into(),
        i64::from(limit + 1).into(),
    ];
    tx.query(PAGE, &args, |row| {
        let name: Option<String> = row.get(6)?;
        Ok(Event {
            at: Instant(row.get(0)?),
            id: row.get(1)?,
            action: row.get(2)?,
            object_type: row.get(3)?,
            object_id: row.get(4)?,
            actor: match name {
                Some(name) => name,
                None => row.get(5)?,
            },
            form: row.get(7)?,
            channel: row.get(8)?,
            direction: row.get(9)?,
            person: row.get(10)?,
            summary: row.get(11)?,
        })
    })
}
