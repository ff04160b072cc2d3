//! Cities with the numbers that belong to them, and streets that are ours.

use std::sync::LazyLock;

use crate::dice::Dice;

/// A city.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct City {
    pub(crate) province: &'static str,
    pub(crate) city: &'static str,
    /// Without 市.
    pub(crate) short: &'static str,
    /// Telephone area.
    pub(crate) area: &'static str,
    /// Digits of a telephone number there.
    pub(crate) digits: usize,
    /// Administrative code.
    pub(crate) code: &'static str,
    pub(crate) postcode: &'static str,
    pub(crate) districts: &'static str,
}

/// Province, city, short name, telephone area and digits, administrative code, postcode, how often
/// it comes up, districts.
const TABLE: &str = "
江苏省 苏州市 苏州 0512 8 320500 215000 30 姑苏区 吴中区 相城区 虎丘区 吴江区
江苏省 无锡市 无锡 0510 8 320200 214000 12 梁溪区 滨湖区 惠山区 锡山区
江苏省 常州市 常州 0519 8 320400 213000 9 天宁区 钟楼区 武进区 新北区
江苏省 南京市 南京 025 8 320100 210000 12 玄武区 秦淮区 鼓楼区 建邺区 江宁区
江苏省 南通市 南通 0513 8 320600 226000 7 崇川区 通州区 海门区
江苏省 扬州市 扬州 0514 8 321000 225000 5 广陵区 邗江区 江都区
江苏省 镇江市 镇江 0511 8 321100 212000 4 京口区 润州区 丹徒区
江苏省 泰州市 泰州 0523 8 321200 225300 4 海陵区 姜堰区
江苏省 盐城市 盐城 0515 8 320900 224000 4 亭湖区 盐都区 大丰区
江苏省 徐州市 徐州 0516 8 320300 221000 5 云龙区 鼓楼区 泉山区 铜山区
上海市 上海市 上海 021 8 310000 200000 14 黄浦区 静安区 徐汇区 闵行区 嘉定区 松江区 浦东新区
浙江省 杭州市 杭州 0571 8 330100 310000 10 上城区 拱墅区 西湖区 滨江区 萧山区 余杭区
浙江省 宁波市 宁波 0574 8 330200 315000 7 海曙区 江北区 鄞州区 镇海区 北仑区
浙江省 温州市 温州 0577 8 330300 325000 5 鹿城区 龙湾区 瓯海区
浙江省 嘉兴市 嘉兴 0573 8 330400 314000 5 南湖区 秀洲区
浙江省 湖州市 湖州 0572 7 330500 313000 4 吴兴区 南浔区
浙江省 绍兴市 绍兴 0575 8 330600 312000 4 越城区 柯桥区 上虞区
浙江省 金华市 金华 0579 8 330700 321000 3 婺城区 金东区
浙江省 衢州市 衢州 0570 7 330800 324000 2 柯城区 衢江区
浙江省 台州市 台州 0576 8 331000 318000 3 椒江区 黄岩区 路桥区
安徽省 合肥市 合肥 0551 8 340100 230000 5 庐阳区 蜀山区 包河区 瑶海区
安徽省 芜湖市 芜湖 0553 7 340200 241000 3 镜湖区 弋江区 鸠江区
山东省 青岛市 青岛 0532 8 370200 266000 4 市南区 市北区 崂山区 城阳区
山东省 济南市 济南 0531 8 370100 250000 3 历下区 市中区 槐荫区 天桥区
河南省 郑州市 郑州 0371 8 410100 450000 3 中原区 金水区 二七区
湖北省 武汉市 武汉 027 8 420100 430000 3 江岸区 江汉区 武昌区 洪山区
湖南省 长沙市 长沙 0731 8 430100 410000 2 芙蓉区 天心区 岳麓区 雨花区
福建省 福州市 福州 0591 8 350100 350000 2 鼓楼区 台江区 仓山区
福建省 厦门市 厦门 0592 7 350200 361000 2 思明区 湖里区 集美区
广东省 广州市 广州 020 8 440100 510000 3 越秀区 天河区 海珠区 番禺区
广东省 深圳市 深圳 0755 8 440300 518000 3 福田区 南山区 宝安区 龙岗区
北京市 北京市 北京 010 8 110000 100000 3 东城区 西城区 朝阳区 海淀区 丰台区
天津市 天津市 天津 022 8 120000 300000 2 和平区 河西区 南开区 西青区
辽宁省 大连市 大连 0411 8 210200 116000 2 中山区 西岗区 沙河口区 甘井子区
陕西省 西安市 西安 029 8 610100 710000 2 碑林区 莲湖区 雁塔区 未央区
广西壮族自治区 南宁市 南宁 0771 7 450100 530000 1 青秀区 兴宁区 西乡塘区
山西省 大同市 大同 0352 7 140200 037000 1 平城区 云冈区
陕西省 榆林市 榆林 0912 7 610800 719000 1 榆阳区 横山区
";

/// The cities, each with how often it comes up.
pub(crate) static CITIES: LazyLock<Vec<(City, usize)>> =
    LazyLock::new(|| TABLE.lines().filter_map(read).collect());

fn read(line: &'static str) -> Option<(City, usize)> {
    let mut cells = line.splitn(9, ' ');
    let mut next = || cells.next();
    let city = City {
        province: next()?,
        city: next()?,
        short: next()?,
        area: next()?,
        digits: next()?.parse().ok()?,
        code: next()?,
        postcode: next()?,
        districts: "",
    };
    let often = next()?.parse().ok()?;
    let districts = next()?;
    Some((City { districts, ..city }, often))
}

impl City {
    /// The city with this short name.
    pub(crate) fn called(short: &str) -> Self {
        let found = CITIES.iter().find(|(city, _)| city.short == short);
        found.map(|(city, _)| *city).unwrap_or_default()
    }
}

const FRONT: &str = "枫 桃 竹 云 望 听 柳 桂 兰 莲 荷 松 梅 枕 沧 平 清 石 金 银 香 鹤 鹭 雁 芦 菱 稻 麦 盘 迎 东 西 南 北 小 长 古 新";
const BACK: &str = "江 溪 坞 湖 桥 园 浦 塘 泉 亭 台 岭 坊 苑 渡 港 渚 洲 堤 墅";
const HOUSES: &str = "花园 雅苑 公馆 新村 家园 名邸 华庭 里 小筑 水岸";

/// A street and a number: a flat when somebody lives there, else a house.
pub(crate) fn street(dice: &mut Dice, home: bool) -> String {
    let (a, b) = (dice.word(FRONT), dice.word(BACK));
    let kind = dice.weighted(&[
        ("路", 12),
        ("街", 4),
        ("巷", 3),
        ("大道", 2),
        ("东路", 3),
        ("西路", 3),
        ("中路", 2),
    ]);
    let number = dice.between(2, 468);
    if !home {
        return match dice.below(5) {
            0 => format!(
                "{a}{b}{kind} {number} 号 {} 幢 {} 室",
                dice.between(1, 12),
                dice.between(101, 1_806)
            ),
            1 => format!("{a}{b}工业园 {} 号厂房", dice.between(1, 36)),
            _ => format!("{a}{b}{kind} {number} 号"),
        };
    }
    let (c, d) = (dice.word(FRONT), dice.word(HOUSES));
    let flat = format!(
        "{} 幢 {}{:02} 室",
        dice.between(1, 28),
        dice.between(1, 24),
        dice.between(1, 4)
    );
    if dice.in_hundred(55) {
        format!("{c}{}{d} {flat}", dice.word(BACK))
    } else {
        format!("{a}{b}{kind} {number} 号 {flat}")
    }
}
