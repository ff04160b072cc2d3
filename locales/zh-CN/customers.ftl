### 客户：一览表、户头、客户页面。

customers-title = 客户一览表
customers-edge = 客户一览表　仅限本公司员工
customers-count = 共 { NUMBER($count) } 位
customers-count_capped = 1,000 位以上
customers-found = 「{ $q }」找到 { $count } 位
customers-found_capped = 「{ $q }」太多，先列出 { $count } 位，请再多输几个字
customers-all = 看全部客户
customers-name = 客户名称
customers-code = 客户编号
customers-stage = 状态
customers-owner = 负责人
customers-department = 部门
customers-how_met = 如何认识
customers-mobile = 手机
customers-uscc = 统一社会信用代码
customers-class = 密级
customers-created = 建档时间
customers-updated = 最近更改
customers-nobody = 未分配
customers-pager = 翻页
customers-on_page = 本页 { $count } 位
customers-first = 回到第一页
customers-next = 下一页
customers-empty = 还没有客户
customers-empty_text = 每发展、接触一个新客户，都先立一个户头：有名称、知道如何认识的就够了，几秒钟的事。
customers-open_first = 立第一个户头
customers-not_found = 没有找到「{ $q }」
customers-not_found_text = 可以试试拼音首字母、电话后四位，或者少输几个字。

stage-proposed = 户头
stage-potential = 潜在客户
stage-prospect = 准客户
stage-active = 老客户
stage-lost = 流失客户

kind-organization = 单位
kind-individual = 个人

customer_new-title = 新建户头
customer_new-edge = 新建户头　默认密级：内部
customer_new-part = 先记下这些
customer_new-note = 其余资料随着接触逐步补
customer_new-kind = 客户性质
customer_new-how_met_sample = 例如：老客户介绍、展会、来电咨询
customer_new-mobile_help = 11 位，可带 +86 或空格
customer_new-uscc_help = 18 位，照营业执照填写；个人不填
customer_new-save = 建立户头

customer-facts = 基本资料
customer-edge = { $code }　{ $reader } 查阅
customer-met = 如何认识：{ $how_met }
customer-unanswered = 未答

palette-none = 没有找到，可以试试拼音首字母或电话后四位

field-mobile = 手机
field-phone = 电话
field-fax = 传真
field-email = 电子邮箱
field-wechat = 微信
field-address = 地址
field-postcode = 邮编
field-employer = 单位
field-hobbies = 爱好
field-occupation = 职业
field-sex = 性别
field-birth = 出生日期
field-short_name = 简称
field-uscc = 统一社会信用代码
field-legal_representative = 法定代表人
field-contact = 联系人
field-nature = 企业性质
field-industry = 所属行业
field-grade = 客户等级
field-note = 备注

sex-male = 男
sex-female = 女
customer-persons = 人脉
person-relation = 关系
person-name = 姓名
person-title = 职务
person-phone = 电话
person-mobile = 手机
person-contact = 联系人
rank-1 = 一号主管 · 话语权 { $weight }%
rank-2 = 二号主管 · 话语权 { $weight }%
rank-3 = 三号主管 · 话语权 { $weight }%
rank-4 = 四号主管 · 话语权 { $weight }%

field-registered_capital = 注册资本
field-business_scope = 经营范围

party-supplier = 供应商
party-dealer = 经销商
party-consumer = 消费者
party-key_account = 重点客户
party-brand = 品牌客户
party-lawyer = 特殊类 · 律师
party-financial_adviser = 特殊类 · 财务顾问
party-advertising = 特殊类 · 广告
party-public_relations = 特殊类 · 公关
party-bank = 特殊类 · 银行
party-insurance = 特殊类 · 保险
party-financing = 特殊类 · 融资协助机构

customer-edit = 编辑
customer-out = 导出
customer-out_pdf = 全部档案 PDF
customer-out_json = 全部档案 JSON
customer-out_vcard = 电子名片 vCard
customer_edit-title = 编辑客户资料
customer_edit-save = 保存
customer_edit-stale = 您填的内容还在下面，再按保存就以您填的为准。
customer_edit-stale_look = 看看别人改了什么
customer_edit-head = 名称与状态
customer_edit-head_note = 改名后原名称作为曾用名保留
customer_edit-types = 客户类型
customer_edit-stage_reason = 状态变化原因
customer_edit-stage_reason_help = 转为流失客户必须写明原因
customer_edit-standard = 企业标准档
customer_edit-person = 个人资料
customer_edit-reach = 联系方式
customer_edit-capital_help = 数字和单位，例如 500万元、300万美元
customer_edit-whose = 归属
customer_edit-whose_note = 只有部门主管、信息部和总经理可以调整

stages-title = 状态变化
stages-at = 时间
stages-was = 原状态
stages-became = 现状态
stages-reason = 原因
stages-by = 经手人

customer_new-anyway = 不是同一家，仍要建立
customer_new-open_known = 打开看看

customers-co_owners = 协办
customer-co_owners = 协办：{ $names }
