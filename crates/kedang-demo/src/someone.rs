//! Somebody: name, age, numbers and where he lives, as far as all businesses ask.

use kedang_core::customer::NewCustomer;
use serde_json::{Value as Json, json};

use crate::days::Day;
use crate::dice::Dice;
use crate::invent::World;
use crate::numbers;
use crate::words::{CITIES, City, Firm, Industry, Name, firm, name, street};

/// A person.
#[derive(Debug, Clone)]
pub(crate) struct Someone {
    pub(crate) name: Name,
    pub(crate) born: Day,
    pub(crate) mobile: String,
    pub(crate) city: City,
    pub(crate) district: &'static str,
    pub(crate) street: String,
}

/// A company.
#[derive(Debug, Clone)]
pub(crate) struct Company {
    pub(crate) firm: Firm,
    pub(crate) industry: Industry,
    pub(crate) city: City,
    pub(crate) district: &'static str,
    pub(crate) street: String,
    pub(crate) uscc: String,
    pub(crate) phone: String,
    pub(crate) sole: bool,
    pub(crate) founded: Day,
    pub(crate) boss: Someone,
    pub(crate) buyer: Someone,
}

impl Someone {
    /// Somebody between two ages.
    pub(crate) fn new(
        dice: &mut Dice,
        world: &mut World,
        city: City,
        woman: bool,
        ages: (i64, i64),
    ) -> Self {
        let born = world.today.plus(-dice.between(ages.0 * 365, ages.1 * 365));
        Self {
            name: name(dice, woman, born.year()),
            born,
            mobile: world.mobiles.next(),
            district: dice.word(city.districts),
            street: street(dice, true),
            city,
        }
    }

    /// The birthday as a card has it: whole, without the year, or of the lunar calendar.
    pub(crate) fn birthday(&self, dice: &mut Dice) -> String {
        let text = self.born.text();
        match dice.below(12) {
            0 => format!("-{}", text.get(4..).unwrap_or_default()),
            // The thirtieth is not in every lunar month.
            1 => format!(
                "L{}{:02}",
                text.get(..8).unwrap_or_default(),
                dice.between(1, 28)
            ),
            2 => self.born.month(),
            _ => text,
        }
    }

    /// Where he lives.
    pub(crate) fn address(&self) -> Json {
        address(&self.city, self.district, &self.street)
    }

    /// The plain fields of an individual.
    pub(crate) fn details(&self, new: &mut NewCustomer) {
        new.name.clone_from(&self.name.full);
        "individual".clone_into(&mut new.kind);
        let details = &mut new.details;
        details.mobile = Some(self.mobile.clone());
        details.sex = Some(if self.name.woman { "female" } else { "male" }.to_owned());
        place(new, &self.city, self.district, &self.street);
    }
}

impl Company {
    /// A company of one of these trades, under a name that nobody else has.
    pub(crate) fn new(dice: &mut Dice, world: &mut World, trades: &[Industry]) -> Self {
        let city = dice.weighted(&CITIES);
        Self::of(dice, world, trades, city)
    }

    /// The same, in this city.
    pub(crate) fn of(dice: &mut Dice, world: &mut World, trades: &[Industry], city: City) -> Self {
        let industry = dice.pick(trades);
        let mut called = firm(dice, &city, &industry);
        while !world.is_new(&called.name) {
            called = firm(dice, &city, &industry);
        }
        let sole = ["经营部", "商行"]
            .iter()
            .any(|end| called.name.ends_with(end));
        let lady = dice.in_hundred(27);
        let boss = Someone::new(dice, world, city, lady, (34, 64));
        let lady = dice.in_hundred(48);
        let buyer = Someone::new(dice, world, city, lady, (25, 52));
        // Older than the longest story: nobody files a company that is not there yet.
        let age = dice
            .between(1_200, 9_000)
            .min(boss.born.until(world.today) - 22 * 365);
        Self {
            district: dice.word(city.districts),
            street: street(dice, false),
            uscc: numbers::uscc(dice, &city, sole),
            phone: numbers::phone(dice, &city),
            founded: world.today.plus(-age),
            firm: called,
            industry,
            city,
            sole,
            boss,
            buyer,
        }
    }

    /// Where it is.
    pub(crate) fn address(&self) -> Json {
        address(&self.city, self.district, &self.street)
    }

    /// The plain fields of an organization.
    pub(crate) fn details(&self, dice: &mut Dice, new: &mut NewCustomer) {
        new.name.clone_from(&self.firm.name);
        "organization".clone_into(&mut new.kind);
        let some = |text: &str| Some(text.to_owned());
        let details = &mut new.details;
        details.short_name = some(&self.firm.short);
        details.uscc = some(&self.uscc);
        details.phone = some(&self.phone);
        if dice.in_hundred(60) {
            details.mobile = some(&self.buyer.mobile);
        }
        if dice.in_hundred(45) {
            details.email = Some(self.email());
        }
        details.legal_representative = some(&self.boss.name.full);
        details.contact = some(&self.buyer.name.full);
        details.nature = some(if self.sole {
            "个体工商户"
        } else {
            dice.weighted(&[("民营", 14), ("国有", 1), ("外商独资", 1), ("中外合资", 1)])
        });
        details.industry = some(self.industry.name);
        details.industry_code = some(self.industry.code);
        place(new, &self.city, self.district, &self.street);
    }

    /// Its mail address.
    pub(crate) fn email(&self) -> String {
        format!("office@{}", self.firm.domain)
    }
}

/// An address as answers have it.
pub(crate) fn address(city: &City, district: &str, detail: &str) -> Json {
    json!({ "province": city.province, "city": city.city, "district": district, "detail": detail })
}

fn place(new: &mut NewCustomer, city: &City, district: &str, street: &str) {
    let some = |text: &str| Some(text.to_owned());
    let details = &mut new.details;
    details.province = some(city.province);
    details.city = some(city.city);
    details.district = some(district);
    details.address = some(street);
    details.postcode = some(city.postcode);
}
