//! The kinds of tokens: their first character and how much of a text they carry.

/// What a token says about the customer. The discriminant is its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Initials of a whole name, from its first character.
    Initials = b'a' as isize,
    /// A whole name, hanzi and all.
    Whole = b'e' as isize,
    /// A number from its first digit, with or without area code.
    Head = b'f' as isize,
    /// Two neighbouring characters.
    Gram = b'g' as isize,
    /// Initials from a later character of a name.
    InnerInitials = b'i' as isize,
    /// One character of a name.
    Single = b'n' as isize,
    /// Blurred pinyin from a later character of a name.
    InnerSpell = b'p' as isize,
    /// Blurred pinyin of a whole name.
    Spell = b'q' as isize,
    /// A number from its last digit backwards.
    Tail = b't' as isize,
    /// From some place to the end of a credit code.
    Uscc = b'u' as isize,
    /// A run of letters and digits, or the rest of one.
    Word = b'w' as isize,
}

/// How many characters of the text a token of a kind carries. A longer query is cut to the same
/// length and then asks for the token itself, no longer for a prefix.
pub(crate) struct Cap;

impl Cap {
    pub(crate) fn of(kind: Kind) -> usize {
        match kind {
            Kind::Initials | Kind::Head | Kind::Tail => 12,
            Kind::InnerInitials | Kind::Uscc => 8,
            Kind::Whole => 20,
            Kind::Gram => 2,
            Kind::Single => 1,
            Kind::Spell | Kind::InnerSpell => 18,
            Kind::Word => 16,
        }
    }
}
