### 变动：受保护栏目的变更事项和单独的重大事项。

changes-title = 变动
changes-empty = 还没有记录变动。名称、法定代表人、注册资本等一经更改，都会连同生效日期和依据记在这里。
changes-add = 记一笔变动
changes-add_note = 股权、诉讼、停产等重大事项；栏目的变更请在「编辑」里改
changes-save = 记入变动
changes-part_note = 改了名称、法定代表人、注册资本、地址、经营范围或统一社会信用代码时必填
changes-card_note = 改了受保护的栏目（单位名称、法人、注册资金等）时必填
changes-nature = 性质
changes-effective_on = 生效日期
changes-effective_on_help = 更正录入错误时可不填
changes-ahead_help = 可以是将来的日期，例如开庭、停产公告
changes-proof = 依据
changes-proof_sample = 例如：准予变更登记通知书（苏园市监）〔2026〕118 号
changes-note = 说明
changes-kind = 事项
changes-what = 内容
changes-by = 记录
changes-planned = 预定
changes-on_card = 表卡中的栏目

nature-event = 确有变动
nature-correction = 更正录入错误
nature-import = 随导入更新

change-name = 名称变更
change-legal_representative = 法人变更
change-capital = 注册资本变更
change-address = 地址变更
change-scope = 经营范围变更
change-licence = 证照变更
change-equity = 股权变更
change-litigation = 诉讼
change-suspension = 停产
change-other = 其它重大变动
