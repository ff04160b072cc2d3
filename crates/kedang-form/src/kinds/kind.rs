//! The type of a field, chosen by its name in `fields.toml`.

use serde_json::Value as Json;

use super::*;

macro_rules! kinds {
    ($($name:literal => $variant:ident($type:ty), $doc:literal;)*) => {
        /// A field type with its options.
        #[derive(Debug)]
        pub enum Kind {
            $(#[doc = $doc] $variant($type),)*
        }

        impl Kind {
            /// All type names, as written in `fields.toml`.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            /// Reads the options of the named type: nothing for an unknown name, the reason for
            /// options that do not fit.
            pub(crate) fn read(name: &str, options: Json) -> Option<Result<Self, String>> {
                match name {
                    $($name => Some(
                        serde_json::from_value::<$type>(options)
                            .map(Self::$variant)
                            .map_err(|e| e.to_string()),
                    ),)*
                    _ => None,
                }
            }

            /// The name of the type.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)* }
            }

            /// The type as the six questions.
            #[must_use]
            pub fn as_type(&self) -> &dyn FieldType {
                match self { $(Self::$variant(kind) => kind,)* }
            }
        }
    };
}

kinds! {
    "text" => Text(Text), "One line.";
    "long_text" => LongText(LongText), "Several lines.";
    "number" => Number(Number), "A decimal with unit.";
    "money" => Money(Money), "An amount, kept in 分.";
    "date" => Date(DateField), "A date, perhaps partial or lunar.";
    "time_window" => TimeWindow(TimeWindow), "Weekdays and a span of the day.";
    "choice" => Choice(Choice), "One of a list.";
    "choices" => Choices(Choices), "Several of a list, perhaps graded, perhaps with 其它.";
    "scale" => Scale(Scale), "A step between two ends.";
    "phone" => Phone(PhoneField), "A telephone number.";
    "email" => Email(Email), "A mail address.";
    "url" => Url(Url), "A web address.";
    "uscc" => Uscc(Uscc), "Unified social credit code.";
    "id_number" => IdNumber(IdNumberField), "Resident identity number.";
    "bank_account" => BankAccount(BankAccount), "Account number.";
    "postcode" => Postcode(Postcode), "Six digits.";
    "address" => Address(Address), "Province, city, district, detail.";
    "person" => Person(Person), "A person by name, perhaps linked.";
    "customer" => Customer(Customer), "A customer by name, perhaps linked.";
    "attachment" => Attachment(Attachment), "Files.";
    "photo" => Photo(Photo), "A photo with consent.";
    "signature" => Signature(Signature), "A signature over other fields.";
    "computed" => Computed(Computed), "A number computed from other answers.";
    "repeat" => Repeat(Repeat), "Rows of fields.";
}
