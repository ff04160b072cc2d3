"""Customers for the bench: seeded, so that two runs import the same file."""
import csv, random

PLACES = ["杭州", "宁波", "苏州", "成都", "青岛", "佛山", "温州", "无锡"]
FIRST, SECOND = "澄远恒金瑞嘉宏明永安博信泰和", "岸达通源丰盛拓锐程凯禾舟"
TRADES = ["机械", "纺织", "电子", "食品", "物流", "建材", "医疗器械", "餐饮管理"]
# What people type: names, initials of pinyin, the tail of a phone.
SOUGHT = ["澄岸机械", "恒通", "杭州瑞达", "cajx", "htfz", "hzrd", "{tail}"]


def write(path, count):
    """Writes `count` customers as CSV; some phone tails of them."""
    chance, tails = random.Random(7), []
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["code", "name", "kind", "how_met", "mobile", "grade"])
        for n in range(count):
            mobile = f"138{(n * 7919) % 100_000_000:08}"
            name = (chance.choice(PLACES) + chance.choice(FIRST) + chance.choice(SECOND)
                    + chance.choice(TRADES) + f"{n:07}号有限公司")
            out.writerow([f"B{n:07}", name, "企业", "展会", mobile, chance.choice("ABC")])
            if n % (count // 20 | 1) == 0:  # an odd step: round ones repeat their last digits
                tails.append(mobile[-4:])
    return tails
