//! A ruled grid without one of its fields: the neighbours take the room. Where they cannot, the
//! grid becomes a list of label and value.

use super::paper::row;
use crate::layout::{Cell, Print};

type Grid = (Vec<u16>, Vec<Vec<Cell>>);

/// The grid without the cells of a field; without rows if nothing is left.
pub(super) fn close(columns: Vec<u16>, rows: Vec<Vec<Cell>>, key: &str) -> Grid {
    let mut kept = rows;
    while let Some((at, cell)) = find(&kept, key) {
        if !(drop_row(columns.len(), &mut kept, key) || give(columns.len(), &mut kept, at, cell)) {
            return as_list(&kept, key);
        }
    }
    kept.retain(|row| !row.is_empty());
    (columns, kept)
}

fn is_freed(cell: &Cell, key: &str) -> bool {
    cell.value.as_deref() == Some(key) || cell.label.as_deref() == Some(key)
}

fn find(rows: &[Vec<Cell>], key: &str) -> Option<(usize, usize)> {
    let mut found = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| Some((at, row.iter().position(|cell| is_freed(cell, key))?)));
    found.next()
}

/// For each row and column the cell that covers it; nothing for a grid that does not close.
fn covered(columns: usize, rows: &[Vec<Cell>]) -> Option<Vec<Vec<(usize, usize)>>> {
    let mut map = vec![vec![None; columns]; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        for (index, cell) in row.iter().enumerate() {
            let start = map[at].iter().position(Option::is_none)?;
            let end = start + usize::from(cell.across);
            for line in map.get_mut(at..at + usize::from(cell.down))? {
                line.get_mut(start..end)?.fill(Some((at, index)));
            }
        }
    }
    map.into_iter()
        .map(|row| row.into_iter().collect())
        .collect()
}

/// Takes a row away of which nothing else is left; cells from above end a row earlier.
fn drop_row(columns: usize, rows: &mut Vec<Vec<Cell>>, key: &str) -> bool {
    let gone = |row: &Vec<Cell>| row.iter().all(|c| is_freed(c, key) && c.down == 1);
    let Some(at) = rows.iter().position(|row| !row.is_empty() && gone(row)) else {
        return false;
    };
    let Some(map) = covered(columns, rows) else {
        return false;
    };
    let mut above: Vec<(usize, usize)> = map[at]
        .iter()
        .filter(|(from, _)| *from < at)
        .copied()
        .collect();
    above.dedup();
    for (from, index) in above {
        rows[from][index].down -= 1;
    }
    rows.remove(at);
    true
}

/// Gives the room of a cell to its neighbours on the left or on the right.
fn give(columns: usize, rows: &mut [Vec<Cell>], at: usize, index: usize) -> bool {
    let Some(map) = covered(columns, rows) else {
        return false;
    };
    let here = (at, index);
    let Some(start) = map[at].iter().position(|cell| *cell == here) else {
        return false;
    };
    let (across, down) = (rows[at][index].across, usize::from(rows[at][index].down));
    let end = start + usize::from(across);
    let left = start.checked_sub(1);
    let right = (end < columns).then_some(end);
    for beside in [left, right].into_iter().flatten() {
        let mut takers: Vec<(usize, usize)> =
            map[at..at + down].iter().map(|row| row[beside]).collect();
        takers.dedup();
        let inside = |(from, cell): &(usize, usize)| {
            let reach = from + usize::from(rows[*from][*cell].down);
            *from >= at && reach <= at + down
        };
        if takers.iter().all(inside) {
            for (from, cell) in takers {
                rows[from][cell].across += across;
            }
            rows[at].remove(index);
            return true;
        }
    }
    false
}

/// What is left, one field a row.
fn as_list(rows: &[Vec<Cell>], key: &str) -> Grid {
    let cells = rows.iter().flatten().filter(|cell| !is_freed(cell, key));
    let values = cells.filter_map(|cell| Some((cell.value.as_deref()?, cell)));
    let rows = values.map(|(field, cell)| match cell.print {
        Print::Labelled | Print::Frame => vec![Cell {
            across: 2,
            down: 1,
            ..cell.clone()
        }],
        Print::Plain | Print::Numbered => {
            let mut row = row(field, "");
            if let Some(value) = row.last_mut() {
                value.print = cell.print;
            }
            row
        }
    });
    (vec![250, 750], rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(json: serde_json::Value) -> Cell {
        serde_json::from_value(json).unwrap()
    }

    fn label(key: &str) -> Cell {
        cell(serde_json::json!({ "label": key }))
    }

    fn value(key: &str, across: u8, down: u8) -> Cell {
        cell(serde_json::json!({ "value": key, "across": across, "down": down }))
    }

    /// Name and age beside a photo of two rows, the address below the name.
    fn card() -> Vec<Vec<Cell>> {
        vec![
            vec![
                label("name"),
                value("name", 1, 1),
                label("age"),
                value("age", 1, 1),
                value("photo", 1, 2),
            ],
            vec![label("address"), value("address", 3, 1)],
        ]
    }

    #[test]
    fn neighbours_take_the_room_and_the_grid_stays_closed() {
        // Field taken away → (across, down) of the cells that are left.
        let rows = [
            (
                "age",
                vec![vec![(1, 1), (3, 1), (1, 2)], vec![(1, 1), (3, 1)]],
            ),
            (
                "name",
                vec![vec![(3, 1), (1, 1), (1, 2)], vec![(1, 1), (3, 1)]],
            ),
            (
                "photo",
                vec![vec![(1, 1), (1, 1), (1, 1), (2, 1)], vec![(1, 1), (4, 1)]],
            ),
            (
                "address",
                vec![vec![(1, 1), (1, 1), (1, 1), (1, 1), (1, 1)]],
            ),
        ];
        for (key, expected) in rows {
            let (columns, left) = close(vec![200; 5], card(), key);
            let spans: Vec<Vec<(u8, u8)>> = left
                .iter()
                .map(|row| row.iter().map(|c| (c.across, c.down)).collect())
                .collect();
            assert_eq!(spans, expected, "{key}");
            assert_eq!(columns.len(), 5);
            assert!(covered(5, &left).is_some(), "{key}");
        }
    }

    #[test]
    fn where_no_neighbour_fits_the_grid_becomes_a_list() {
        // Two tall cells side by side, of unequal height: neither can take the other's room.
        let rows = vec![
            vec![value("a", 1, 2), value("b", 1, 3)],
            vec![],
            vec![value("c", 1, 1)],
            vec![label("d"), value("d", 1, 1)],
        ];
        let (columns, left) = close(vec![500, 500], rows, "a");
        assert_eq!(columns, [250, 750]);
        let fields: Vec<_> = left
            .iter()
            .map(|row| row[1].value.clone().unwrap())
            .collect();
        assert_eq!(fields, ["b", "c", "d"]);
    }
}
