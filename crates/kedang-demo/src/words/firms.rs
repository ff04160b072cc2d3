//! Names of companies: place, two characters, trade; some with a western brand.

use super::City;
use crate::dice::Dice;

const FRONT: &str = "澄/cheng 恒/heng 栖/qi 稽/ji 苕/tiao 瑞/rui 嘉/jia 砚/yan 泓/hong 岚/lan 云/yun 望/wang 宏/hong 启/qi 瀚/han 锦/jin 晟/sheng 铭/ming 卓/zhuo 沃/wo 博/bo 联/lian 裕/yu 泰/tai 鼎/ding 盛/sheng 骏/jun 腾/teng 迅/xun 朗/lang 汇/hui 凯/kai 信/xin 泽/ze 华/hua 宝/bao 康/kang 祥/xiang 立/li 海/hai";
const BACK: &str = "岸/an 远/yuan 禾/he 岭/ling 溪/xi 祥/xiang 汀/ting 源/yuan 川/chuan 航/hang 越/yue 科/ke 拓/tuo 誉/yu 达/da 茂/mao 隆/long 辉/hui 丰/feng 屿/yu 图/tu 骐/qi 力/li 耀/yao 帆/fan 成/cheng 润/run 纳/na 佳/jia 顺/shun 峰/feng 基/ji 维/wei 瑞/rui 尔/er 悦/yue 安/an 森/sen 德/de 腾/teng";
/// Brands as people write them.
const BRANDS: &str = "维丹诺/weidannuo 罗森海姆/rosenhaim 贝乐斯/beiles 安卡拉姆/ancalam 诺维亚/novia 科尔登/kolden 菲利达/filida 奥斯顿/oston 马洛尼/maloni 赛凡缇/savanti LUMENO/lumeno VERDANO/verdano Nordhaus/nordhaus BellaRo/bellaro Kestrel/kestrel Aurivo/aurivo";

/// A trade: what companies in it are called, make and need.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Industry {
    /// 所属行业.
    pub(crate) name: &'static str,
    /// GB/T 4754.
    pub(crate) code: &'static str,
    /// How it stands in a company's name.
    pub(crate) words: &'static str,
    /// What they sell.
    pub(crate) goods: &'static str,
    /// 经营范围.
    pub(crate) scope: &'static str,
}

const fn trade(
    name: &'static str,
    code: &'static str,
    words: &'static str,
    goods: &'static str,
    scope: &'static str,
) -> Industry {
    Industry {
        name,
        code,
        words,
        goods,
        scope,
    }
}

/// Customers of the dealers: who builds with gears, belts and bearings.
pub(crate) const TRADE: &[Industry] = &[
    trade(
        "通用设备制造业",
        "C34",
        "精密机械 减速机 传动设备 轴承 机电设备",
        "减速机 联轴器 传动轴 轴承座 同步带轮",
        "减速机、联轴器、传动件的制造与销售；机械加工",
    ),
    trade(
        "专用设备制造业",
        "C35",
        "输送设备 包装机械 粮机设备 环保装备 食品机械",
        "皮带输送机 提升机 灌装线 除尘器 螺旋输送机",
        "输送设备、包装设备的设计、制造、安装与维修",
    ),
    trade(
        "纺织业",
        "C17",
        "纺织 织造 印染 纺织机械",
        "化纤面料 经编布 混纺纱 染整加工",
        "化纤织造、印染；面料的销售",
    ),
    trade(
        "金属制品业",
        "C33",
        "五金制品 钣金 紧固件 模具",
        "冲压件 钣金机箱 高强螺栓 压铸模具",
        "五金冲压件、紧固件、模具的加工与销售",
    ),
    trade(
        "批发业",
        "F51",
        "机电贸易 工业品 五金机电 物资",
        "电机 减速机 轴承 液压件 气动元件",
        "机电产品、五金交电、工业自动化产品的批发与零售",
    ),
    trade(
        "橡胶和塑料制品业",
        "C29",
        "橡塑 密封件 塑业 胶带",
        "油封 传动带 注塑件 输送带",
        "橡塑制品、密封件的制造与销售",
    ),
    trade(
        "电气机械和器材制造业",
        "C38",
        "电机 电气 自动化科技 智能装备",
        "三相电机 变频器 伺服系统 配电柜",
        "电机、变频器及自动化设备的研发、制造与销售",
    ),
    trade(
        "农副食品加工业",
        "C13",
        "粮油 食品 饲料",
        "大米 饲料颗粒 菜籽油",
        "粮油加工、饲料生产与销售",
    ),
];

/// Clients of the accountants.
pub(crate) const RETAIL: &[Industry] = &[
    trade(
        "软件和信息技术服务业",
        "I65",
        "信息科技 软件 网络科技 数据技术",
        "管理软件 小程序 系统集成",
        "软件开发；信息系统集成；技术咨询",
    ),
    trade(
        "餐饮业",
        "H62",
        "餐饮管理 食府 茶饮",
        "中餐 团餐 茶饮",
        "餐饮服务；餐饮管理；食品销售",
    ),
    trade(
        "建筑装饰业",
        "E50",
        "装饰工程 建筑装潢 幕墙 空间设计",
        "室内装修 幕墙 软装",
        "室内外装饰工程的设计与施工",
    ),
    trade(
        "道路运输业",
        "G54",
        "物流 货运 供应链管理",
        "整车运输 城配 仓储",
        "普通货运；仓储服务；供应链管理",
    ),
    trade(
        "商务服务业",
        "L72",
        "文化传媒 会展服务 广告 企业管理",
        "展台搭建 品牌策划 活动执行",
        "广告设计、制作；会展服务；企业管理咨询",
    ),
    trade(
        "零售业",
        "F52",
        "家居 商贸 电子商务 医疗器械",
        "家居用品 母婴用品 康复器械",
        "日用百货、家居用品的网上销售与零售",
    ),
    trade(
        "教育",
        "P83",
        "教育科技 艺术培训 教育咨询",
        "美术培训 职业技能培训",
        "非学历职业技能培训；艺术培训",
    ),
    trade(
        "医药制造业",
        "C27",
        "生物科技 医药 制药",
        "中药饮片 诊断试剂",
        "生物技术开发；医药中间体的销售",
    ),
    trade(
        "林业",
        "A02",
        "园林绿化 苗木",
        "绿化养护 苗木",
        "园林绿化工程；苗木的种植与销售",
    ),
];

/// Who trades futures because he has the goods.
pub(crate) const COMMODITY: &[Industry] = &[
    trade(
        "有色金属冶炼和压延加工业",
        "C32",
        "铜业 铝业 有色金属",
        "铜杆 铝型材 锌锭",
        "有色金属的加工与销售",
    ),
    trade(
        "化学纤维制造业",
        "C28",
        "化纤 聚酯 新材料",
        "涤纶长丝 聚酯切片",
        "化纤、聚酯产品的制造与销售；货物进出口",
    ),
    trade(
        "棉纺织",
        "C17",
        "棉业 纱业 棉纺",
        "棉纱 皮棉",
        "棉花收购、加工；棉纱的制造与销售",
    ),
    trade(
        "饲料加工",
        "C13",
        "饲料 农牧 油脂",
        "豆粕 猪饲料 豆油",
        "饲料加工；油脂的加工与销售",
    ),
    trade(
        "橡胶制品业",
        "C29",
        "轮胎 橡胶 橡塑",
        "轮胎 天然胶",
        "橡胶制品的制造与销售；天然橡胶的批发",
    ),
    trade(
        "制糖业",
        "C13",
        "糖业 食品",
        "白砂糖 糖果",
        "食糖的加工与批发",
    ),
];

/// What a company is called.
#[derive(Debug, Clone)]
pub(crate) struct Firm {
    /// As on the licence.
    pub(crate) name: String,
    /// 简称.
    pub(crate) short: String,
    /// Of its mail and site; nobody's, by the ending.
    pub(crate) domain: String,
}

/// A company of this trade in this city.
pub(crate) fn firm(dice: &mut Dice, city: &City, industry: &Industry) -> Firm {
    let split = |word: &'static str| word.split_once('/').unwrap_or((word, "kedang"));
    let (brand, latin) = if dice.in_hundred(6) {
        let (brand, latin) = split(dice.word(BRANDS));
        (brand.to_owned(), latin.to_owned())
    } else {
        let (a, x) = split(dice.word(FRONT));
        let (mut b, mut y) = split(dice.word(BACK));
        while a == b {
            (b, y) = split(dice.word(BACK));
        }
        (format!("{a}{b}"), format!("{x}{y}"))
    };
    let word = dice.word(industry.words);
    let kind = dice.weighted(&[
        ("有限公司", 78),
        ("股份有限公司", 4),
        ("厂", 7),
        ("经营部", 6),
        ("集团有限公司", 3),
        ("商行", 2),
    ]);
    // 自动化科技经营部 is nobody's name.
    let kind = if word.chars().count() > 3 {
        "有限公司"
    } else {
        kind
    };
    let front = if dice.in_hundred(8) {
        format!("{brand}（{}）{word}", city.short)
    } else {
        format!("{}{brand}{word}", city.short)
    };
    Firm {
        name: format!("{front}{kind}"),
        short: format!("{brand}{word}"),
        domain: format!("{latin}.example"),
    }
}
