//! The form language from outside: shipped forms, field types, rules, defects, histories.

#[cfg(test)]
mod completeness;
#[cfg(test)]
mod defects;
#[cfg(test)]
mod defects_paper;
mod designing;
#[cfg(test)]
mod designing_moves;
#[cfg(test)]
mod field_codes;
#[cfg(test)]
mod field_types;
#[cfg(test)]
mod gates;
#[cfg(test)]
mod histories;
#[cfg(test)]
mod mini;
#[cfg(test)]
mod noted;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod shipped_values;
#[cfg(test)]
mod signatures;
#[cfg(test)]
mod support;
#[cfg(test)]
mod taking;
