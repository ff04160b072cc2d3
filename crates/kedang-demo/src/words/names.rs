//! Names of people: two to four characters, the common with the rare.

use crate::dice::Dice;

const COMMON: &str = "王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 马 朱 胡 林 郭 何 高 罗 郑 梁 谢 宋 唐 许 邓 韩 冯 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 方 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷 黎 史 龙 陶 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戚 莫 孔 向 汤";
/// Rare ones, and those that are read otherwise than as a word.
const RARE: &str = "单 仇 区 解 查 盖 乐 朴 缪 冼 佘 亓 逄 隗 郇 訾 宓 郜 尉 牟 乜 晁 眭 褟 种 员 宁 祭 璩 蒯 狄 慎 杭 虞 祁 宗 阮 连 祝 桑 温 池 简 路 闵 迟 时 柏 辛 景";
const DOUBLE: &str = "欧阳 上官 司徒 诸葛 慕容 皇甫 令狐 尉迟 长孙 澹台 司马 端木 东方 夏侯 南宫";

const GIRL: [&str; 2] = [
    "若 雨 思 婉 静 雅 嘉 语 晓 芷 亦 沐 诗 清 书 安 念 初 可 欣 梦 佳 以 云 映 素 采 知 允 令 心 子 一 楚 慧",
    "宁 菲 涵 萱 彤 妍 然 薇 琳 瑶 晴 岚 兰 棠 蓉 溪 吟 颜 凝 莹 苒 怡 韵 筠 舒 汐 柔 瑾 月 禾 霏 茉 珂 琪 玥",
];
const AUNT: [&str; 2] = [
    "秀 桂 玉 丽 淑 美 爱 春 红 金 慧 雪 晓 月 海 素 文 建 小 凤",
    "英 兰 珍 芳 琴 华 梅 玲 萍 霞 娟 凤 云 莲 红 芬 敏 燕 清 琼",
];
const BOY: [&str; 2] = [
    "子 浩 宇 俊 明 泽 梓 一 景 承 立 仲 文 思 嘉 奕 书 致 靖 远 弘 彦 伯 兆 怀 知 时 言 家 清",
    "轩 然 辰 航 凡 衡 诚 恒 霖 泽 翰 阳 哲 谦 朗 铭 舟 岳 川 楠 毅 扬 淮 屹 渊 驰 默 昂 嵘 卓",
];
const UNCLE: [&str; 2] = [
    "建 国 志 永 德 文 春 金 广 海 正 世 家 光 新 庆 宝 少 学 树",
    "华 军 强 平 明 林 生 民 荣 富 根 祥 龙 良 忠 成 松 元 武 兴",
];
const ONE_GIRL: &str = "敏 静 燕 婷 颖 洁 蕾 倩 悦 岚 霞 莉 蓓 薇 漪 琳 黛 妍 宁 曼";
const ONE_BOY: &str = "伟 强 磊 洋 勇 杰 涛 斌 峰 牧 鹏 超 亮 刚 毅 恺 晖 骏 松 远";
/// Characters that many fonts and tables lack.
const ODD: &str = "喆堃 玥镕 翀 燚 赟 祎 翊昇 湉 頔 旻 璟 偲 玠 劼 垚 淼 犇 彧 晗煜 婧祎 昕玥 昊垚 瑄 琎 珺 筱婳 芃 翯 骉 甯";

/// A person as far as the name tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Family name first.
    pub(crate) full: String,
    /// The family name alone, for 王总 and 李女士.
    pub(crate) family: String,
    pub(crate) woman: bool,
}

/// A name of somebody born in that year.
pub(crate) fn name(dice: &mut Dice, woman: bool, born: i64) -> Name {
    let family = match dice.below(100) {
        0..=1 => dice.word(DOUBLE),
        2..=11 => dice.word(RARE),
        // The first of the list are the most frequent.
        12..=54 => dice.words(COMMON, 28).first().copied().unwrap_or("王"),
        _ => dice.word(COMMON),
    };
    let [first, second] = match (woman, born < 1976) {
        (true, false) => GIRL,
        (true, true) => AUNT,
        (false, false) => BOY,
        (false, true) => UNCLE,
    };
    let given = match dice.below(100) {
        0..=2 => dice.word(ODD).to_owned(),
        3..=20 => dice.word(if woman { ONE_GIRL } else { ONE_BOY }).to_owned(),
        _ => two(dice, first, second),
    };
    Name {
        full: format!("{family}{given}"),
        family: family.to_owned(),
        woman,
    }
}

fn two(dice: &mut Dice, first: &'static str, second: &'static str) -> String {
    let (a, b) = (dice.word(first), dice.word(second));
    if a == b {
        a.to_owned()
    } else {
        format!("{a}{b}")
    }
}

impl Name {
    /// 王女士, 李先生.
    pub(crate) fn polite(&self) -> String {
        format!(
            "{}{}",
            self.family,
            if self.woman { "女士" } else { "先生" }
        )
    }
}
