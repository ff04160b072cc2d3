//! A bound parameter, the same on both engines.

use super::StoreError;

/// What a statement's `$n` is bound to.
///
/// PostgreSQL decides the parameter's type; only these pairs are allowed, everything else is
/// [`StoreError::Type`] and never bytes that mean something else: `Bool` to bool, `Int` to int2,
/// int4, int8 and (when exact) float8, `Real` to float8, `Text` to text and jsonb, `Blob` to bytea,
/// `Null` to all. Money is 分, time is UTC µs, ids and dates are text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// A truth value; 0 or 1 in SQLite.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A finite number; money and quantities are scaled `Int`s instead.
    Real(f64),
    /// Text without NUL, or canonical JSON.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

impl Value {
    /// Refuses what one of the engines would change or reject: NaN (NULL in SQLite), infinities,
    /// NUL in text (an error in PostgreSQL, cut off in SQLite).
    pub(super) fn storable(&self) -> Result<(), StoreError> {
        match self {
            Value::Real(number) if !number.is_finite() => {
                Err(StoreError::Type("a number must be finite".into()))
            }
            Value::Text(text) if text.as_bytes().contains(&0) => {
                Err(StoreError::Type("text must not contain NUL".into()))
            }
            _ => Ok(()),
        }
    }

    /// The variant's name, for messages that must not show the value itself.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "Null",
            Value::Bool(_) => "Bool",
            Value::Int(_) => "Int",
            Value::Real(_) => "Real",
            Value::Text(_) => "Text",
            Value::Blob(_) => "Blob",
        }
    }
}

macro_rules! from {
    ($($source:ty => |$value:ident| $made:expr;)*) => {
        $(impl From<$source> for Value {
            fn from($value: $source) -> Self {
                $made
            }
        })*
    };
}

from! {
    bool => |value| Value::Bool(value);
    i16 => |value| Value::Int(value.into());
    i32 => |value| Value::Int(value.into());
    i64 => |value| Value::Int(value);
    u8 => |value| Value::Int(value.into());
    u16 => |value| Value::Int(value.into());
    u32 => |value| Value::Int(value.into());
    f64 => |value| Value::Real(value);
    &str => |value| Value::Text(value.to_owned());
    &String => |value| Value::Text(value.clone());
    String => |value| Value::Text(value);
    &[u8] => |value| Value::Blob(value.to_vec());
    Vec<u8> => |value| Value::Blob(value);
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Value::Blob(value.to_vec())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_engine_would_change_is_refused() {
        let refused = [
            Value::Real(f64::NAN),
            Value::Real(f64::INFINITY),
            Value::Real(f64::NEG_INFINITY),
            Value::Text("a\0b".into()),
        ];
        for value in refused {
            assert!(
                matches!(value.storable(), Err(StoreError::Type(_))),
                "{value:?}"
            );
        }
        for value in [
            Value::Real(-0.5),
            Value::Text("甲\n\t乙".into()),
            vec![0_u8].into(),
        ] {
            assert!(value.storable().is_ok(), "{value:?}");
        }
    }

    #[test]
    fn an_absent_value_is_null() {
        assert_eq!(Value::from(None::<&str>), Value::Null);
        assert_eq!(Value::from(Some(7_i64)), Value::Int(7));
    }
}
