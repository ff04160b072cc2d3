//! Latin words typed half in full and half by initials: `zsan`, `lihq`, `wangxm`.

use std::{collections::HashSet, sync::LazyLock};

/// All syllables of Mandarin, ü as v.
static SYLLABLES: LazyLock<HashSet<&str>> = LazyLock::new(|| LIST.split(' ').collect());

const LIST: &str = "\
    a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can \
    cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai \
    chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den \
    deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en er fa fan fang fei \
    fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui \
    gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji \
    jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken \
    keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei len leng li lia \
    lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me \
    mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni \
    nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao \
    pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong \
    qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san \
    sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai \
    shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti \
    tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia \
    xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo \
    yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe \
    zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan \
    zui zun zuo";

/// Longer words are not taken apart.
const LONGEST: usize = 12;
/// Initials returned, and steps spent on finding them.
const MOST: usize = 6;
const STEPS: usize = 400;

/// The initials a word stands for if it is a mixture of full syllables and initials, all ways to
/// read it, bounded. Empty for plain pinyin, plain initials and words that are neither.
pub(crate) fn shorthand(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    if word.is_ascii() && word.len() <= LONGEST && !is_pinyin(word) {
        let mut steps = 0;
        split(word, String::new(), false, &mut steps, &mut out);
    }
    out
}

fn is_syllable(part: &str) -> bool {
    SYLLABLES.contains(part)
}

fn is_pinyin(word: &str) -> bool {
    word.is_empty()
        || (1..=word.len().min(6)).any(|end| is_syllable(&word[..end]) && is_pinyin(&word[end..]))
}

fn split(word: &str, initials: String, full: bool, steps: &mut usize, out: &mut Vec<String>) {
    *steps += 1;
    if out.len() >= MOST || *steps > STEPS {
        return;
    }
    if word.is_empty() {
        if full && initials.len() > 1 && !out.contains(&initials) {
            out.push(initials);
        }
        return;
    }
    let longer = format!("{initials}{}", &word[..1]);
    for end in (2..=word.len().min(6)).rev() {
        if is_syllable(&word[..end]) {
            split(&word[end..], longer.clone(), true, steps, out);
        }
    }
    if ["zh", "ch", "sh"].iter().any(|pair| word.starts_with(pair)) {
        split(&word[2..], longer.clone(), full, steps, out);
    }
    split(&word[1..], longer, full, steps, out);
}

#[cfg(test)]
mod tests {
    use super::shorthand;

    #[test]
    fn mixtures_stand_for_initials() {
        for (word, first) in [
            ("zsan", "zs"),
            ("lihq", "lhq"),
            ("wangxm", "wxm"),
            ("zhsan", "zs"),
        ] {
            assert_eq!(
                shorthand(word).first().map(String::as_str),
                Some(first),
                "{word}"
            );
        }
    }

    #[test]
    fn plain_words_are_left_alone() {
        for word in ["zhangsan", "zs", "why", "xian", "", "abcdefghijklmnop"] {
            assert!(shorthand(word).is_empty(), "{word}: {:?}", shorthand(word));
        }
    }
}
