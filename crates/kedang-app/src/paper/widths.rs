//! How wide the cells of a ruled grid are.

use crate::forms::Cell;

/// How wide each cell is, in thousandths of the page.
#[must_use]
pub fn widths(columns: &[u16], rows: &[Vec<Cell>]) -> Vec<Vec<u16>> {
    // For each column, how many rows a cell from above still covers.
    let mut covered = vec![0_usize; columns.len()];
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let (mut at, mut line) = (0, Vec::with_capacity(row.len()));
        let mut next: Vec<usize> = covered.iter().map(|rows| rows.saturating_sub(1)).collect();
        for cell in row {
            while covered.get(at).is_some_and(|rows| *rows > 0) {
                at += 1;
            }
            let end = (at + usize::from(cell.across)).min(columns.len());
            line.push(columns.get(at..end).map_or(0, |span| span.iter().sum()));
            if let Some(below) = next.get_mut(at..end) {
                below.fill(usize::from(cell.down).saturating_sub(1));
            }
            at = end;
        }
        all.push(line);
        covered = next;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Cell, widths};

    #[test]
    fn a_cell_beside_one_from_above_is_measured_where_it_stands() {
        let cell = |across: u8, down: u8| -> Cell {
            let json = serde_json::json!({"label": "x", "across": across, "down": down});
            serde_json::from_value(json).expect("a cell")
        };
        let rows = [
            vec![cell(1, 2), cell(1, 1), cell(2, 1)],
            vec![cell(2, 1), cell(1, 1)],
            vec![cell(4, 1)],
        ];
        let found = widths(&[100, 200, 300, 400], &rows);
        assert_eq!(found, [vec![100, 200, 700], vec![500, 400], vec![1000]]);
    }
}
