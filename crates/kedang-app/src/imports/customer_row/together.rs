//! What of a row is understood only when all of it is there.

use kedang_core::customer::{CustomerKind, NewCustomer};
use kedang_sheet::{Doubt, Numbers, Place, address, name, numbers};
use kedang_text::has_traditional;

use super::draft::Draft;

impl Draft<'_> {
    /// Reads the cells that wait for others.
    pub(super) fn together(&mut self) {
        if self.new.kind.is_empty() {
            self.new.kind = guess(&self.new).key().to_owned();
        }
        self.read_name();
        self.read_mobile();
        self.read_phone();
        self.read_address();
    }

    fn read_name(&mut self) {
        let Some((header, written)) = self.name.take() else {
            return;
        };
        let individual = self.new.kind == CustomerKind::Individual.key();
        let read = name(&written, individual);
        for rest in &read.rest {
            self.keep(header, rest);
        }
        let name = read.value.unwrap_or(written.clone());
        if let Some(doubt) = read.doubt {
            self.doubt(header, &written, doubt, &name);
        } else if has_traditional(&name) {
            self.tell(header, "import.name_traditional", &name, None);
        }
        self.new.name = name;
    }

    fn read_mobile(&mut self) {
        let Some((header, written)) = self.mobile.take() else {
            return;
        };
        let read = numbers(&written);
        match read.doubt {
            Some(Doubt::DigitsLost) => return self.lost(header, &written, Doubt::DigitsLost),
            // The check of the field says what would be right.
            Some(Doubt::Unread) => return self.new.details.mobile = Some(written),
            _ => {}
        }
        let mut others = read.mobiles.into_iter();
        self.new.details.mobile = others.next();
        let others: Vec<String> = others.chain(read.landlines).chain(read.rest).collect();
        if others.is_empty() {
            return;
        }
        self.doubt(header, &written, Doubt::Several, "");
        self.beside(header, others);
    }

    fn read_phone(&mut self) {
        let Some((header, written)) = self.phone.take() else {
            return;
        };
        let Numbers {
            mobiles,
            landlines,
            rest,
            doubt,
        } = numbers(&written);
        if doubt == Some(Doubt::DigitsLost) {
            return self.lost(header, &written, Doubt::DigitsLost);
        }
        let free = self.new.details.mobile.is_none();
        let others: Vec<String> = match (mobiles.as_slice(), free) {
            ([first, more @ ..], true) => {
                self.new.details.mobile = Some(first.clone());
                landlines
                    .into_iter()
                    .chain(more.iter().cloned())
                    .chain(rest)
                    .collect()
            }
            _ => vec![written.replace('\n', " ")],
        };
        self.beside(header, others);
    }

    /// The first goes where a telephone number is free, the others into the note.
    fn beside(&mut self, header: &str, numbers: Vec<String>) {
        for number in numbers {
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            let free = self.phone.is_none() && self.new.details.phone.is_none();
            match free && digits > 6 && number.chars().count() <= 40 {
                true => self.new.details.phone = Some(number),
                false => self.keep(header, &number),
            }
        }
    }

    fn read_address(&mut self) {
        let Some((header, written)) = self.address.take() else {
            return;
        };
        let details = &self.new.details;
        let place = Place {
            province: details.province.as_deref(),
            city: details.city.as_deref(),
            district: details.district.as_deref(),
        };
        let read = address(&written, &place);
        self.put("address", header, &written, read);
    }
}

/// A row that does not say what it is: a body when it has a body's number or no sex.
fn guess(new: &NewCustomer) -> CustomerKind {
    if new.details.uscc.is_some() || (new.details.sex.is_none() && new.details.birth.is_none()) {
        CustomerKind::Organization
    } else {
        CustomerKind::Individual
    }
}
