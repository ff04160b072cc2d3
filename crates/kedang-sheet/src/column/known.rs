//! The headers that are known, each in its normal form.

use super::CustomerColumn::{
    self as C, Author, Class, Code, HowMet, Kind, Name, Opened, Owner, Plain, Stage,
};

/// What a header may name, in the order of likelihood: the second holds where the first is taken.
pub(super) struct Known {
    pub(super) columns: &'static [C],
    /// Separated by blanks.
    pub(super) headers: &'static str,
}

const fn known(columns: &'static [C], headers: &'static str) -> Known {
    Known { columns, headers }
}

/// Headers of customers' files. A header stands in one line only.
pub(super) const CUSTOMERS: &[Known] = &[
    known(
        &[Code],
        "客户编号 客户编码 客户代码 客户号 顾客编号 会员编号 会员号 会员卡号 档案编号 客编 编号 编码 代码 code customercode customerid",
    ),
    known(&[Kind], "客户类型 客户性质 客户类别 个人企业 kind"),
    known(
        &[Name],
        "客户名称 客户姓名 客户名 客户全称 顾客姓名 顾客名称 会员姓名 往来单位 往来单位名称 名称 全称 name customername fullname",
    ),
    known(&[Name, Plain("contact")], "姓名 名字"),
    known(
        &[Name, Plain("employer")],
        "公司名称 公司名 公司全称 企业名称 企业全称 单位名称 单位全称 商户名称 店名 company companyname",
    ),
    known(
        &[HowMet],
        "客户来源 如何认识 来源 获客渠道 来源渠道 信息来源 认识途径 howmet source",
    ),
    known(
        &[Stage],
        "客户状态 状态 客户阶段 阶段 合作状态 stage status",
    ),
    known(
        &[Owner],
        "负责人 责任人 业务员 责任业务员 业务负责人 客户负责人 客户经理 销售 销售员 销售人员 销售负责人 所属业务员 归属人 跟进人 负责人姓名 owner salesman salesperson",
    ),
    known(
        &[Author],
        "创建人 录入人 录入员 建档人 登记人 添加人 制单人 createdby creator author",
    ),
    known(
        &[Opened],
        "建档日期 建档时间 创建日期 创建时间 录入日期 录入时间 登记日期 登记时间 添加时间 入库日期 created createdat createdon createtime",
    ),
    known(
        &[Class],
        "密级 保密级别 保密等级 机密等级 confidentiality class secrecy",
    ),
    known(&[Plain("sex")], "性别 sex gender"),
    known(
        &[Plain("birth")],
        "出生日期 出生年月 出生年月日 生日 出生 出生时间 出生日 birth birthday birthdate dateofbirth",
    ),
    known(
        &[Plain("mobile"), Plain("phone")],
        "手机 手机号 手机号码 移动电话 移动电话号码 手提电话 联系手机 本人手机 客户手机 mobile mobilephone cell cellphone",
    ),
    known(
        &[Plain("phone"), Plain("mobile")],
        "电话 电话号码 联系电话 联络电话 联系方式 固定电话 固话 座机 座机号码 座机电话 办公电话 公司电话 单位电话 企业电话 客户电话 phone tel telephone",
    ),
    known(&[Plain("fax")], "传真 传真号 传真号码 fax"),
    known(
        &[Plain("email")],
        "电子邮箱 邮箱 邮箱地址 电子邮件 邮件 电邮 电子信箱 邮件地址 email emailaddress mail",
    ),
    known(&[Plain("wechat")], "微信 微信号 微信号码 wechat"),
    known(
        &[Plain("employer")],
        "单位 工作单位 所在单位 任职单位 就职单位 服务单位 工作单位名称 employer",
    ),
    known(
        &[Plain("occupation")],
        "职业 从事职业 工作 职业类型 occupation job",
    ),
    known(
        &[Plain("hobbies")],
        "个人爱好 爱好 兴趣爱好 兴趣 业余爱好 hobbies hobby",
    ),
    known(
        &[Plain("short_name")],
        "简称 客户简称 公司简称 企业简称 单位简称 品牌 shortname",
    ),
    known(
        &[Plain("uscc")],
        "统一社会信用代码 社会信用代码 统一信用代码 信用代码 税号 纳税人识别号 纳税识别号 税务登记号 纳税人税号 单位税号 营业执照号 营业执照号码 uscc taxid taxno",
    ),
    known(
        &[Plain("legal_representative")],
        "法定代表人 法人代表 法人 法人姓名 法人代表姓名 企业法人 法定代表人姓名 legalrepresentative legalrep",
    ),
    known(
        &[Plain("contact")],
        "联系人 联系人姓名 联络人 主要联系人 业务联系人 客户联系人 contact contactperson contactname",
    ),
    known(
        &[Plain("nature")],
        "企业性质 公司性质 单位性质 经济性质 企业类型 公司类型 单位类型 nature",
    ),
    known(
        &[Plain("industry_code")],
        "行业代码 行业编码 国民经济行业代码 industrycode",
    ),
    known(
        &[Plain("industry")],
        "所属行业 行业 行业类别 行业分类 从事行业 industry",
    ),
    known(
        &[Plain("province")],
        "省 省份 所在省 所在省份 所属省份 省市自治区 province",
    ),
    known(&[Plain("city")], "市 城市 所在城市 所在市 地市 地级市 city"),
    known(
        &[Plain("district")],
        "区县 区 县 县区 市区县 所在区县 所在区 所属区县 行政区 district",
    ),
    known(
        &[Plain("address")],
        "地址 公司地址 联系地址 通讯地址 通信地址 详细地址 客户地址 单位地址 企业地址 家庭地址 家庭住址 住址 现住址 居住地址 经营地址 注册地址 办公地址 收货地址 address",
    ),
    known(
        &[Plain("postcode")],
        "邮编 邮政编码 邮码 postcode zip zipcode postalcode",
    ),
    known(
        &[Plain("grade")],
        "客户等级 等级 客户级别 级别 客户评级 评级 重要程度 grade level",
    ),
    known(
        &[Plain("registered_capital")],
        "注册资本 注册资金 注册资本金 registeredcapital regcapitalwan",
    ),
    known(
        &[Plain("business_scope")],
        "经营范围 主营业务 主营范围 经营项目 主营产品 businessscope scope",
    ),
    known(
        &[Plain("note")],
        "备注 备注说明 备注信息 说明 附注 其他说明 note notes remark remarks memo",
    ),
];
