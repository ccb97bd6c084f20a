//! Cells in any order → a sheet, within limits on what is really there: a "used range" of a million empty rows costs
//! nothing, a bomb is stopped before its memory is taken.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::workbook::{Cell, Merge, Row, Sheet};
use super::{MAX_COLUMNS, MAX_ROWS, SheetFault};

/// Rows and columns that Excel has (ECMA-376 part 1, 18.3.1.73).
pub(super) const LAST_ROW: u32 = 1_048_576;
pub(super) const LAST_COLUMN: u32 = 16_383;
/// Places for cells, empty ones between others included: 24 bytes each.
const MAX_SLOTS: usize = 6_000_000;
/// All different texts together.
const MAX_TEXT: usize = 64 << 20;
const MAX_SHEETS: usize = 500;
const MAX_MERGES: usize = 200_000;

/// What is left for the whole workbook, and the texts that were seen.
pub(super) struct Budget {
    rows: usize,
    slots: usize,
    text: usize,
    sheets: usize,
    texts: HashSet<Arc<str>>,
}

impl Default for Budget {
    fn default() -> Self {
        Self::new()
    }
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { rows: MAX_ROWS, slots: MAX_SLOTS, text: MAX_TEXT, sheets: MAX_SHEETS, texts: HashSet::new() }
    }

    /// Equal texts share their memory: half of a list is "Kinh", "Nam", "x".
    pub(super) fn text(&mut self, text: &str) -> Result<Cell, SheetFault> {
        if text.trim().is_empty() {
            return Ok(Cell::Empty);
        }
        if let Some(known) = self.texts.get(text) {
            return Ok(Cell::Text(Arc::clone(known)));
        }
        self.text = self.text.checked_sub(text.len()).ok_or(SheetFault::Bomb)?;
        let shared: Arc<str> = Arc::from(text);
        self.texts.insert(Arc::clone(&shared));
        Ok(Cell::Text(shared))
    }

    pub(super) fn sheet(&mut self) -> Result<(), SheetFault> {
        self.sheets = self.sheets.checked_sub(1).ok_or(SheetFault::Bomb)?;
        Ok(())
    }

    fn slots(&mut self, count: usize) -> Result<(), SheetFault> {
        self.slots = self.slots.checked_sub(count).ok_or(SheetFault::TooManyColumns)?;
        Ok(())
    }
}

#[derive(Default)]
pub(super) struct SheetBuilder {
    rows: BTreeMap<u32, Vec<Cell>>,
    current: (u32, Vec<Cell>),
    columns: HashSet<u32>,
    hidden: HashSet<u32>,
    merges: Vec<Merge>,
}

impl SheetBuilder {
    /// Puts a cell; row from 1, column from 0. What lies outside every spreadsheet is damage.
    pub(super) fn put(&mut self, budget: &mut Budget, row: u32, column: u32, cell: Cell) -> Result<(), SheetFault> {
        if cell.is_empty() {
            return Ok(());
        }
        if row == 0 || row > LAST_ROW || column > LAST_COLUMN {
            return Err(SheetFault::Broken);
        }
        if self.columns.insert(column) && self.columns.len() > MAX_COLUMNS {
            return Err(SheetFault::TooManyColumns);
        }
        if self.current.0 != row {
            self.flush();
            let cells = match self.rows.remove(&row) {
                Some(cells) => cells,
                None => {
                    budget.rows = budget.rows.checked_sub(1).ok_or(SheetFault::TooManyRows)?;
                    Vec::new()
                }
            };
            self.current = (row, cells);
        }
        set(budget, &mut self.current.1, column, cell)
    }

    pub(super) fn hide(&mut self, row: u32) {
        // Only rows with content matter, and of those there are few.
        if self.hidden.len() <= LAST_ROW as usize {
            self.hidden.insert(row);
        }
    }

    pub(super) fn merge(&mut self, merge: Merge) {
        if self.merges.len() < MAX_MERGES && merge.first_row <= merge.last_row {
            self.merges.push(merge);
        }
    }

    fn flush(&mut self) {
        let (row, cells) = std::mem::take(&mut self.current);
        if row > 0 && !cells.is_empty() {
            self.rows.insert(row, cells);
        }
    }

    pub(super) fn finish(mut self, budget: &mut Budget, name: String, hidden: bool) -> Result<Sheet, SheetFault> {
        self.flush();
        let last_column = self.columns.iter().copied().max().unwrap_or(0);
        let mut merges = Vec::new();
        for mut merge in std::mem::take(&mut self.merges) {
            merge.last_column = merge.last_column.min(last_column);
            if merge.first_column > merge.last_column || !self.rows.contains_key(&merge.first_row) {
                continue;
            }
            self.spread(budget, merge)?;
            merges.push(merge);
        }
        let hidden_rows = self.hidden;
        let rows = self.rows.into_iter().map(|(number, mut cells)| {
            cells.shrink_to_fit();
            Row { number, hidden: hidden_rows.contains(&number), cells }
        });
        Ok(Sheet { name, hidden, rows: rows.collect(), merges })
    }

    /// The first cell's value in every cell of the range, in rows that hold anything.
    fn spread(&mut self, budget: &mut Budget, merge: Merge) -> Result<(), SheetFault> {
        let first = usize::try_from(merge.first_column).ok();
        let cells = self.rows.get(&merge.first_row);
        let Some(value) = cells.and_then(|cells| cells.get(first?)).filter(|cell| !cell.is_empty()).cloned() else {
            return Ok(());
        };
        for (_, cells) in self.rows.range_mut(merge.first_row..=merge.last_row) {
            for column in merge.first_column..=merge.last_column {
                // Each costs, also where a place is already there: overlapping ranges are an attack.
                budget.slots(1)?;
                set(budget, cells, column, value.clone())?;
            }
        }
        Ok(())
    }
}

fn set(budget: &mut Budget, cells: &mut Vec<Cell>, column: u32, cell: Cell) -> Result<(), SheetFault> {
    let place = usize::try_from(column).map_err(|_| SheetFault::Broken)?;
    if cells.len() <= place {
        budget.slots(place + 1 - cells.len())?;
        cells.resize(place + 1, Cell::Empty);
    }
    if let Some(slot) = cells.get_mut(place) {
        *slot = cell;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merged_cell_speaks_for_all_of_its_rows() {
        let mut budget = Budget::new();
        let mut sheet = SheetBuilder::default();
        for row in [2, 3, 9] {
            let text = budget.text("An").unwrap();
            sheet.put(&mut budget, row, 1, text).unwrap();
        }
        let place = budget.text("Khu phố 3").unwrap();
        sheet.put(&mut budget, 2, 0, place.clone()).unwrap();
        sheet.merge(Merge { first_row: 2, last_row: LAST_ROW, first_column: 0, last_column: 0 });
        let sheet = sheet.finish(&mut budget, "KP".into(), false).unwrap();
        assert_eq!(sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3, 9]);
        assert!(sheet.rows.iter().all(|row| row.cell(0) == &place));
    }

    #[test]
    fn limits_count_content_alone() {
        let mut budget = Budget::new();
        let mut sheet = SheetBuilder::default();
        for row in 1..=LAST_ROW {
            sheet.put(&mut budget, row, 5, Cell::Empty).unwrap();
        }
        for row in 1..=60_000 {
            sheet.put(&mut budget, row, 0, Cell::Number(1.0)).unwrap();
        }
        assert_eq!(sheet.put(&mut budget, 60_001, 0, Cell::Bool(true)), Err(SheetFault::TooManyRows));
        let mut wide = SheetBuilder::default();
        let mut budget = Budget::new();
        for column in 0..200 {
            wide.put(&mut budget, 1, column, Cell::Number(1.0)).unwrap();
        }
        assert_eq!(wide.put(&mut budget, 1, 200, Cell::Bool(true)), Err(SheetFault::TooManyColumns));
    }

    #[test]
    fn far_cells_in_many_rows_are_stopped() {
        let mut budget = Budget::new();
        let mut sheet = SheetBuilder::default();
        let result = (1..=60_000).try_for_each(|row| sheet.put(&mut budget, row, LAST_COLUMN, Cell::Number(1.0)));
        assert_eq!(result, Err(SheetFault::TooManyColumns));
    }
}
