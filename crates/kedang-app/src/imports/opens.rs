//! Which customers the rows of a staged file open: what hangs on them may wait for them.

use kedang_sheet::{CustomerColumn, clean};
use kedang_store::Tx;
use kedang_store::imports;
use kedang_text::match_name;

use super::chunk::CHUNK;
use super::finding::kept;
use super::plan::{Columns, Plan};
use super::review::Above;
use crate::AppError;

/// What the customers of a file say of themselves, as `check` learns it row by row: by code, and by
/// name with whether two bear it.
pub(super) fn opens(tx: &mut Tx, import: &str, plans: &[Plan]) -> Result<Above, AppError> {
    let (mut above, mut at) = (Above::new(), 0);
    loop {
        let rows = imports::after(tx, import, at, CHUNK as i64)?;
        let Some(last) = rows.last().map(|row| row.seq) else {
            return Ok(above);
        };
        at = last;
        for row in rows.iter().filter(|row| row.state != "left") {
            let plan = plans.iter().find(|plan| plan.place == row.place);
            let Some(Columns::Customers(mapping)) = plan.map(|plan| &plan.columns) else {
                continue;
            };
            let cells: Vec<String> = row.cells.as_deref().map_or(Ok(Vec::new()), kept)?;
            let (mut code, mut name) = (String::new(), String::new());
            for (column, _, cell) in mapping.cells(&cells) {
                match column {
                    Some(CustomerColumn::Code) => code = clean(cell),
                    Some(CustomerColumn::Name) => name = match_name(&clean(cell)),
                    _ => {}
                }
            }
            let again = !code.is_empty() && above.insert(format!("c{code}"), row.seq).is_some();
            let named = !name.is_empty() && !again;
            if named && above.insert(format!("1{name}"), row.seq).is_some() {
                above.insert(format!("2{name}"), row.seq);
            }
        }
    }
}
