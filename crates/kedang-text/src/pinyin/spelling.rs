//! Spells a text in letters: initials and full pinyin, all plausible readings, bounded.

use super::reading::{Sound, Unit};

/// Initials of the units, every combination of readings, at most `cap` letters and `limit`
/// results. A run of letters counts letter by letter and, as a second way, by its first letter.
pub(crate) fn initials_of(units: &[Unit], cap: usize, limit: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut buf = String::with_capacity(cap);
    walk(
        units,
        &mut buf,
        cap,
        limit,
        &mut out,
        &|unit, emit| match unit.sound {
            Sound::Read(choices) => choices
                .all()
                .iter()
                .for_each(|syllable| emit(&syllable[..1])),
            Sound::Spelled { ch, .. } => emit(ch.encode_utf8(&mut [0; 4])),
        },
    );
    if units
        .iter()
        .any(|unit| matches!(unit.sound, Sound::Spelled { inside: true, .. }))
    {
        let short: Vec<Unit> = units
            .iter()
            .filter(|unit| !matches!(unit.sound, Sound::Spelled { inside: true, .. }))
            .copied()
            .collect();
        for spelled in initials_of(&short, cap, limit) {
            if !out.contains(&spelled) {
                out.push(spelled);
            }
        }
    }
    out
}

/// Full pinyin of the units, every combination of readings, at most `cap` letters and `limit`
/// results.
pub(crate) fn full_of(units: &[Unit], cap: usize, limit: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut buf = String::with_capacity(cap + 6);
    walk(
        units,
        &mut buf,
        cap,
        limit,
        &mut out,
        &|unit, emit| match unit.sound {
            Sound::Read(choices) => choices.all().iter().for_each(|syllable| emit(syllable)),
            Sound::Spelled { ch, .. } => emit(ch.encode_utf8(&mut [0; 4])),
        },
    );
    out
}

type Parts<'f> = &'f dyn Fn(&Unit, &mut dyn FnMut(&str));

fn walk(
    units: &[Unit],
    buf: &mut String,
    cap: usize,
    limit: usize,
    out: &mut Vec<String>,
    parts: Parts<'_>,
) {
    if out.len() >= limit {
        return;
    }
    let Some((unit, rest)) = units.split_first().filter(|_| buf.len() < cap) else {
        let done = &buf[..buf.len().min(cap)];
        if !done.is_empty() && !out.iter().any(|seen| seen == done) {
            out.push(done.to_owned());
        }
        return;
    };
    parts(unit, &mut |part| {
        let mark = buf.len();
        buf.push_str(part);
        walk(rest, buf, cap, limit, out, parts);
        buf.truncate(mark);
    });
}
