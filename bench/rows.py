"""Customers for the bench: seeded, so that two runs import the same file."""
import csv, random

PLACES = {"杭州": ("浙江", "西湖区", "0571"), "宁波": ("浙江", "鄞州区", "0574"), "苏州": ("江苏", "吴中区", "0512"),
          "成都": ("四川", "武侯区", "028"), "青岛": ("山东", "市南区", "0532"), "佛山": ("广东", "南海区", "0757"),
          "温州": ("浙江", "鹿城区", "0577"), "无锡": ("江苏", "滨湖区", "0510")}
FIRST, SECOND = "澄远恒金瑞嘉宏明永安博信泰和", "岸达通源丰盛拓锐程凯禾舟"
TRADES = ["机械", "纺织", "电子", "食品", "物流", "建材", "医疗器械", "餐饮管理"]
FAMILY, GIVEN = "王李张刘陈杨赵黄周吴徐孙", ["伟", "芳", "秀英", "建国", "志强", "丽娟", "晓东", "海燕"]
HEADS = ["code", "name", "kind", "how_met", "mobile", "phone", "uscc", "email", "contact", "province", "city",
         "district", "address", "industry", "grade", "note"]
# What people type: names, initials of pinyin, the tail of a phone.
NAMES = ["澄岸机械", "恒通", "杭州瑞达"]
SOUGHT = NAMES + ["cajx", "htfz", "hzrd"]
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def uscc(number):
    """A 统一社会信用代码 whose check digit is right (GB 32100)."""
    base = f"9133{number % 90 + 10:02}00MA{number:07}"[:17]
    total = sum(SIGNS.index(sign) * pow(3, at, 31) for at, sign in enumerate(base))
    return base + SIGNS[(31 - total % 31) % 31]


def write(path, count):
    """Writes `count` customers as CSV; some phone tails of them."""
    chance, tails = random.Random(7), []
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEADS)
        for n in range(count):
            mobile, place = f"138{(n * 7919) % 100_000_000:08}", chance.choice(list(PLACES))
            province, district, area = PLACES[place]
            trade, person = chance.choice(TRADES), chance.choice(FAMILY) + chance.choice(GIVEN)
            name = place + chance.choice(FIRST) + chance.choice(SECOND) + trade + f"{n:07}号有限公司"
            address = f"{chance.choice('文武中建和长')}{chance.choice('一二三安兴华')}路{chance.randint(1, 999)}号"
            out.writerow([f"B{n:07}", name, "企业", "展会", mobile, f"{area}-8{n:07}", uscc(n), f"u{n}@example.com",
                          person, province, place, district, address, trade, chance.choice("ABC"),
                          f"第 {n} 家，{chance.choice(['月结', '现款', '账期 30 天'])}"])
            if n % (count // 20 | 1) == 0:  # an odd step: round ones repeat their last digits
                tails.append(mobile[-4:])
    return tails
