//! Where the name of a person parts into surname and given name.

use super::table::COMPOUND_SURNAMES;

/// Surname and given name of a person: 欧阳娜 is 欧阳 and 娜, 王小明 is 王 and 小明. A name that is
/// not all hanzi, or of one character, is given whole as the surname: where it parts is not known.
#[must_use]
pub fn parted(name: &str) -> (&str, &str) {
    let name = name.trim();
    let hanzi = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    let count = name.chars().count();
    if !name.chars().all(hanzi) || !(2..=4).contains(&count) {
        return (name, "");
    }
    let compound = COMPOUND_SURNAMES
        .split_whitespace()
        .filter_map(|entry| entry.split(':').next());
    let compound = compound
        .filter(|_| count > 2)
        .find(|one| name.starts_with(one));
    let one = name.chars().next().map_or(0, char::len_utf8);
    name.split_at(compound.map_or(one, str::len))
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn a_name_parts_behind_its_surname() {
        for (name, surname, given) in [
            ("王小明", "王", "小明"),
            ("王明", "王", "明"),
            ("欧阳娜娜", "欧阳", "娜娜"),
            ("司马光", "司马", "光"),
            ("尉迟恭", "尉迟", "恭"),
            // Of two characters the first is the surname, even where both could be one.
            ("东方", "东", "方"),
            ("翁", "翁", ""),
            ("John Smith", "John Smith", ""),
            ("阿卜杜拉·买买提", "阿卜杜拉·买买提", ""),
            ("", "", ""),
        ] {
            assert_eq!(parted(name), (surname, given), "{name}");
        }
    }
}
