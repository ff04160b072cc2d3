//! Whether the cells of a ruled grid close without hole or overlap.

use super::Cell;

/// The first row at which the grid does not close; its number and why.
pub(super) fn open_row(columns: usize, rows: &[Vec<Cell>]) -> Option<(usize, String)> {
    // For each column, how many rows a cell from above still covers.
    let mut covered = vec![0_usize; columns];
    for (place, row) in rows.iter().enumerate() {
        let mut cells = row.iter();
        let mut column = 0;
        let mut next = vec![0_usize; columns];
        while column < columns {
            if covered[column] > 0 {
                next[column] = covered[column] - 1;
                column += 1;
                continue;
            }
            let Some(cell) = cells.next() else {
                return Some((place, format!("column {} is empty", column + 1)));
            };
            let (across, down) = (usize::from(cell.across), usize::from(cell.down));
            let end = column + across;
            if across == 0 || down == 0 || end > columns {
                return Some((
                    place,
                    format!("a cell does not fit at column {}", column + 1),
                ));
            }
            if covered[column..end].iter().any(|c| *c > 0) {
                return Some((place, format!("cells overlap at column {}", column + 1)));
            }
            next[column..end].fill(down - 1);
            column = end;
        }
        if cells.next().is_some() {
            return Some((place, "a cell too many".to_owned()));
        }
        covered = next;
    }
    let hanging = covered.iter().any(|c| *c > 0);
    hanging.then(|| (rows.len(), "a cell reaches below the grid".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(across: u8, down: u8) -> Cell {
        let json = serde_json::json!({"label": "x", "across": across, "down": down});
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn closed_grids_pass_and_open_ones_name_the_row() {
        let photo = vec![vec![cell(1, 1), cell(1, 2)], vec![cell(1, 1)]];
        assert_eq!(open_row(2, &photo), None);
        for (rows, at) in [
            (vec![vec![cell(1, 1)]], 0),
            (
                vec![vec![cell(2, 1)], vec![cell(1, 1), cell(1, 1), cell(1, 1)]],
                1,
            ),
            (vec![vec![cell(1, 2), cell(1, 1)]], 1),
            (vec![vec![cell(3, 1)]], 0),
            (vec![vec![cell(1, 1), cell(1, 2)], vec![cell(2, 1)]], 1),
        ] {
            assert_eq!(open_row(2, &rows).map(|(row, _)| row), Some(at), "{rows:?}");
        }
    }
}
