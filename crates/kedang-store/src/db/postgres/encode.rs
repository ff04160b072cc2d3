//! Binding a `Value` to a PostgreSQL parameter.

use std::error::Error;

use bytes::{BufMut, BytesMut};
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::db::{StoreError, Value};

/// The whole numbers a float8 holds exactly.
const EXACT: i64 = 1 << 53;

/// Checks that a value may be bound to a parameter of this type.
///
/// # Errors
/// [`StoreError::Type`] for every pair not on the list of [`Value`], and for a number that does
/// not fit.
pub(in crate::db) fn accepts(value: &Value, wanted: &Type) -> Result<(), StoreError> {
    value.storable()?;
    let fits = match (value, wanted) {
        (Value::Null, _)
        | (Value::Bool(_), &Type::BOOL)
        | (Value::Int(_), &Type::INT8)
        | (Value::Real(_), &Type::FLOAT8)
        | (Value::Text(_), &Type::TEXT | &Type::JSONB)
        | (Value::Blob(_), &Type::BYTEA) => true,
        (Value::Int(number), &Type::INT2) => i16::try_from(*number).is_ok(),
        (Value::Int(number), &Type::INT4) => i32::try_from(*number).is_ok(),
        (Value::Int(number), &Type::FLOAT8) => (-EXACT..=EXACT).contains(number),
        _ => false,
    };
    if fits {
        Ok(())
    } else {
        Err(StoreError::Type(format!(
            "{} cannot be bound to {wanted}",
            value.kind()
        )))
    }
}

/// Writes the value as the parameter's type wants it; the pairs are those of [`accepts`].
impl ToSql for Value {
    fn to_sql(
        &self,
        wanted: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, wanted) {
            (Value::Null, _) => return Ok(IsNull::Yes),
            (Value::Bool(value), &Type::BOOL) => out.put_u8((*value).into()),
            (Value::Int(value), &Type::INT2) => out.put_i16(i16::try_from(*value)?),
            (Value::Int(value), &Type::INT4) => out.put_i32(i32::try_from(*value)?),
            (Value::Int(value), &Type::INT8) => out.put_i64(*value),
            (Value::Int(value), &Type::FLOAT8) => out.put_f64(exact(*value)),
            (Value::Real(value), &Type::FLOAT8) => out.put_f64(*value),
            (Value::Text(value), &Type::TEXT) => out.put_slice(value.as_bytes()),
            (Value::Text(value), &Type::JSONB) => {
                // The version byte of the binary form, then the JSON as text.
                out.put_u8(1);
                out.put_slice(value.as_bytes());
            }
            (Value::Blob(value), &Type::BYTEA) => out.put_slice(value),
            (value, wanted) => {
                return Err(format!("{} cannot be bound to {wanted}", value.kind()).into());
            }
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

#[expect(
    clippy::cast_precision_loss,
    reason = "accepts() lets only exact numbers through"
)]
fn exact(number: i64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_listed_pairs_are_bound() {
        let values = [
            Value::Bool(true),
            Value::Int(7),
            Value::Real(0.5),
            Value::Text("7".into()),
            Value::Blob(vec![7]),
        ];
        let types = [
            (Type::BOOL, "Bool"),
            (Type::INT2, "Int"),
            (Type::INT4, "Int"),
            (Type::INT8, "Int"),
            (Type::FLOAT8, "Int Real"),
            (Type::TEXT, "Text"),
            (Type::JSONB, "Text"),
            (Type::BYTEA, "Blob"),
            (Type::VARCHAR, ""),
            (Type::JSON, ""),
            (Type::NUMERIC, ""),
            (Type::FLOAT4, ""),
            (Type::TIMESTAMPTZ, ""),
            (Type::UUID, ""),
            (Type::TEXT_ARRAY, ""),
        ];
        for (wanted, kinds) in types {
            for value in &values {
                let listed = kinds.split(' ').any(|kind| kind == value.kind());
                assert_eq!(
                    accepts(value, &wanted).is_ok(),
                    listed,
                    "{value:?} to {wanted}"
                );
                let mut out = BytesMut::new();
                assert_eq!(
                    value.to_sql(&wanted, &mut out).is_ok(),
                    listed,
                    "{value:?}, {wanted}"
                );
            }
            assert!(accepts(&Value::Null, &wanted).is_ok());
        }
    }

    #[test]
    fn a_number_that_does_not_fit_is_refused() {
        for (number, wanted) in [
            (1 << 15, Type::INT2),
            (1 << 31, Type::INT4),
            (EXACT + 1, Type::FLOAT8),
            (-EXACT - 1, Type::FLOAT8),
        ] {
            assert!(
                accepts(&Value::Int(number), &wanted).is_err(),
                "{number} to {wanted}"
            );
            assert!(accepts(&Value::Int(number - number.signum()), &wanted).is_ok());
        }
    }
}
