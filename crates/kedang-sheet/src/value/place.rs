//! Addresses as written.

use super::{Doubt, Understood};

/// What other columns say of where a customer is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place<'a> {
    /// 省.
    pub province: Option<&'a str>,
    /// 市.
    pub city: Option<&'a str>,
    /// 区县.
    pub district: Option<&'a str>,
}

/// The address in one line: `12#` is 12号, and the province stands at its head if the row names it
/// and the address begins with the city or district of the row.
#[must_use]
pub fn address(text: &str, place: &Place) -> Understood {
    let line: String = text.lines().map(str::trim).collect::<Vec<_>>().join("");
    let mut address = String::with_capacity(line.len() + 12);
    let mut before = ' ';
    for c in line.chars() {
        let number = matches!(c, '#' | '＃') && before.is_ascii_digit();
        address.push(if number { '号' } else { c });
        before = c;
    }
    if let Some(province) = place
        .province
        .filter(|province| misses(&address, province, place))
    {
        address.insert_str(0, province);
    }
    match address == line {
        true => Understood::plain(address),
        false => Understood::doubted(address, Doubt::Mended),
    }
}

fn misses(address: &str, province: &str, place: &Place) -> bool {
    let short = province.trim_end_matches(['省', '市']);
    let short = short.split("自治区").next().unwrap_or(short);
    let short = ["壮族", "回族", "维吾尔"]
        .iter()
        .fold(short, |name, people| name.trim_end_matches(people));
    let begins = |part: Option<&str>| {
        part.is_some_and(|part| !part.is_empty() && part != province && address.starts_with(part))
    };
    // 吉林市 is a city of 吉林省 and begins as it does.
    let said = address.starts_with(province)
        || (address.starts_with(short) && !(begins(place.city) || begins(place.district)));
    !short.is_empty() && !said && (begins(place.city) || begins(place.district))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_comes_from_the_row() {
        let jiangsu = Place {
            province: Some("江苏省"),
            city: Some("苏州市"),
            district: Some("吴中区"),
        };
        let beijing = Place {
            province: Some("北京市"),
            city: Some("北京市"),
            district: Some("朝阳区"),
        };
        let jilin = Place {
            province: Some("吉林省"),
            city: Some("吉林市"),
            district: None,
        };
        for (text, place, expected, mended) in [
            (
                "江苏省苏州市吴中区东路1号",
                jiangsu,
                "江苏省苏州市吴中区东路1号",
                false,
            ),
            (
                "江苏苏州市吴中区东路1号",
                jiangsu,
                "江苏苏州市吴中区东路1号",
                false,
            ),
            (
                "苏州市吴中区东路1#",
                jiangsu,
                "江苏省苏州市吴中区东路1号",
                true,
            ),
            ("吴中区东路1号", jiangsu, "江苏省吴中区东路1号", true),
            ("东路1号", jiangsu, "东路1号", false),
            ("朝阳区东路1号", beijing, "北京市朝阳区东路1号", true),
            ("北京市朝阳区东路1号", beijing, "北京市朝阳区东路1号", false),
            (
                "吉林市经济开发区中山路1号",
                jilin,
                "吉林省吉林市经济开发区中山路1号",
                true,
            ),
            ("苏州市东路3#楼", Place::default(), "苏州市东路3号楼", true),
            ("东路1号\n#区", Place::default(), "东路1号#区", false),
        ] {
            let read = address(text, &place);
            assert_eq!(read.value.as_deref(), Some(expected), "{text}");
            assert_eq!(read.doubt.is_some(), mended, "{text}");
        }
    }
}
