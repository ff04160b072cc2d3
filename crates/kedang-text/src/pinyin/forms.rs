//! The pinyin of a whole name, for showing and for tests of what a search would find.

use super::{full_of, initials_of, reading::Reading, units};
use crate::fold::fold;

/// Names longer than this many letters are cut.
const LONGEST: usize = 256;
/// At most this many readings of one name.
const READINGS: usize = 8;

/// The initials of a name in lower case, one string per plausible reading, the likeliest first,
/// at most eight (16 if the name holds letters, which count singly or by word). Letters and
/// digits stand for themselves; characters without a known reading are left out.
#[must_use]
pub fn initials(text: &str, reading: Reading) -> Vec<String> {
    initials_of(&units(&fold(text), reading), LONGEST, READINGS)
}

/// The full pinyin of a name in lower case without tones or blanks, ü as v; one string per
/// plausible reading, the likeliest first, at most eight.
#[must_use]
pub fn full_pinyin(text: &str, reading: Reading) -> Vec<String> {
    full_of(&units(&fold(text), reading), LONGEST, READINGS)
}

#[cfg(test)]
mod tests {
    use super::{Reading, full_pinyin, initials};

    #[test]
    fn surnames_are_read_as_surnames_and_found_by_the_everyday_reading_too() {
        for (name, surname_reading, everyday) in [
            ("曾候玮", "zenghouwei", "cenghouwei"),
            ("单雄信", "shanxiongxin", "danxiongxin"),
            ("解晓东", "xiexiaodong", "jiexiaodong"),
            ("查良镛", "zhaliangyong", "chaliangyong"),
            ("仇英", "qiuying", "chouying"),
            ("翟玲", "zhailing", "diling"),
            ("区志强", "ouzhiqiang", "quzhiqiang"),
            ("盖叫天", "gejiaotian", "gaijiaotian"),
            ("朴树", "piaoshu", "pushu"),
            ("乐嘉", "yuejia", "lejia"),
            ("覃辉", "qinhui", "tanhui"),
            ("缪骞人", "miaoqianren", "mouqianren"),
        ] {
            let all = full_pinyin(name, Reading::Person);
            assert_eq!(all[0], surname_reading);
            assert!(all.iter().any(|one| one == everyday), "{name}: {all:?}");
        }
    }

    #[test]
    fn compound_surnames_are_read_as_one() {
        for (name, want) in [
            ("尉迟恭", "yuchigong"),
            ("澹台香冰", "tantaixiangbing"),
            ("万俟卨", "moqixie"),
            ("长孙无忌", "zhangsunwuji"),
            ("令狐冲", "linghuchong"),
            ("鲜于枢", "xianyushu"),
            ("欧阳修", "ouyangxiu"),
        ] {
            assert_eq!(full_pinyin(name, Reading::Person)[0], want);
        }
    }

    #[test]
    fn places_and_words_settle_the_reading_in_company_names() {
        for (name, want) in [
            ("重庆银行", "chongqingyinhang"),
            ("厦门音乐厅", "xiamenyinyueting"),
            ("六安长江娱乐", "luanchangjiangyule"),
            ("长沙重工", "changshazhonggong"),
            ("東莞商行", "dongguanshanghang"),
            ("番禺大厦", "panyudasha"),
        ] {
            assert_eq!(full_pinyin(name, Reading::Org), [want]);
        }
    }

    #[test]
    fn given_names_keep_every_reading() {
        let all = full_pinyin("黄林长", Reading::Person);
        assert_eq!(all, ["huanglinchang", "huanglinzhang"]);
        assert_eq!(initials("黄林长", Reading::Person), ["hlc", "hlz"]);
    }

    #[test]
    fn letters_digits_and_rare_hanzi() {
        assert_eq!(initials("怀化IT煤业", Reading::Org), ["hhitmy", "hhimy"]);
        assert_eq!(full_pinyin("唐倩𬴊", Reading::Person)[0], "tangqianlin");
        assert_eq!(full_pinyin("𠮷野", Reading::Person), ["jiye"]);
        assert_eq!(full_pinyin("吕绿", Reading::Person)[0], "lvlv");
        // Read before it is simplified: 乾 is qián though its simplified form may be 干.
        assert_eq!(full_pinyin("乾之道", Reading::Org)[0], "qianzhidao");
        assert!(full_pinyin("——", Reading::Org).is_empty());
    }

    #[test]
    fn many_polyphones_stay_bounded() {
        let name = "长行乐重朝传会盛".repeat(4);
        assert_eq!(full_pinyin(&name, Reading::Org).len(), 8);
        assert!(initials(&name, Reading::Person).len() <= 8);
    }
}
