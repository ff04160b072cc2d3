### 出错说明：错误代码中的点写作连字符，customer.name_missing 即 customer-name_missing。

entry-control_character = 含有看不见的控制字符，请重新输入，不要从别处粘贴
entry-too_long = 太长了，最多 { $max } 个字

request-nowhere = 没有这个页面
request-method = 这个地址不支持这种操作
request-body_wrong = 提交的内容不是正确的 JSON，或字段类型不对
request-body_long = 提交的内容太大，最多 { $max } 字节
request-form_wrong = 表单内容读不出来，请返回重填
request-query_wrong = 地址中的参数不对
request-field_wrong = 类型不对或不认识这个字段
request-origin_wrong = 这个请求不是从本系统页面发出的，已拒绝。请从页面重新操作

server-busy = 服务器正忙，请稍等几秒再试
server-failed = 服务器出了意外，没有保存任何内容。请再试一次；仍不行请把时间告诉系统管理员

list-cursor_wrong = 翻页位置不对，请回到第一页
list-question_wrong = 这样列不出来，请改条件
list-field_unknown = 不认识这个条件
list-value_unknown = 不认识「{ $value }」这个值，请从列出的里面选
list-answers_many = 一次最多问 { $max } 项档案内容，请去掉几项
list-answer_unknown = 没有一种表样有这一项，或没有这个选项，请从「按档案内容列出」里选
list-answer_twice = 同一项不能又选值又写从到，请留一样
list-answer_number = 这里要写数字，例如 500 或 12.5
list-answer_date = 这里要写公历日期，例如 2026、2026-01 或 2026-01-31
list-under_wrong = 隶属的单位不对，请从客户页里的「列出全部下级」进来
list-values_many = 一个条件最多写 { $max } 个值
list-day_wrong = 日期读不出来，请写成 2026-01-31
list-days_crossed = 「到」的日期早于「从」的日期，请对调
list-sort_unknown = 不能按这一项排序
list-column_unknown = 没有这个栏目
list-limit_wrong = 每页行数应在 1 到 { $max } 之间
export-not_allowed = 您的岗位不能导出或打印客户列表和整份档案，请找部门主管、信息部或总经理
export-not_this = 这位客户的档案不能由您带出：指定人员一级的，或不归您管的，都不外带
export-vcard_wrong = 电子名片的版本（version）只有 3.0 和 4.0 两种
export-format_wrong = 文件格式（format）只有 xlsx、csv 和 vcf 三种
export-search = 查找的结果不能导出或打印，请改用「条件」列出来
export-too_many_rows = 一张 Excel 表最多装 1,048,575 位客户，请加条件，或改用 CSV
export-nobody = 没有可以导出的账号，请用 --as 指定一个部门主管、信息部或总经理账号
print-nobody = 没有可以打印的账号，请用 --as 指定一个能查阅这张卡的账号，例如信息部的
print-part_unknown = 这张表没有「{ $part }」这一部分，可以单独打印的有 { $known }
print_run-too_many = 一次最多打印 { NUMBER($max) } 位客户的表卡，请加条件，或只勾选一部分
print_run-nothing = 这些客户都没有「{ $form }」可以打印
print_run-not_found = 没有这次打印：不是您开始的，或已过一小时删除了，请再打印一次
print_run-stopped = 打印已停止，没有交出文件
print-language_unknown = 没有这种语言：{ $lang }，这张表样有 { $known }
export-unwritable = 写不了这个文件，请看看文件夹在不在、能不能写

session-missing = 请先登录
session-wrong = 账号或密码不对。{ $left ->
    [0] 请等 15 分钟再试。
   *[other] 再错 { $left } 次要等 15 分钟。
  }
session-blocked = 试错次数太多，请等 { $minutes } 分钟再试，或找系统管理员重设密码
session-not_found = 没有这个登录设备，可能已经退出

setup-link_dead = 这个设置链接已经用过或过期，请在服务器上重新运行 kedang init
setup-done = 已经建过公司账
setup-invalid = 有几处要改，见下面红字
setup-company_missing = 请填公司名称

staff-invalid = 没有存好，有几处要改
staff-not_found = 没有这个账号
staff-name_missing = 请填姓名
staff-login_missing = 请填登录账号
staff-login_blank = 登录账号不能有空格
staff-login_taken = 登录账号 { $login } 已有人用
staff-password_short = 密码至少 { $min } 位
staff-look_unknown = 没有这种外观，请在页面上选择

customer-invalid = 还不能建立，有几处要改，见下面红字
customer-not_found = 没有这位客户，或您不能查阅
customer-create_forbidden = 您的岗位不建立客户档案，请找业务员或信息部
customer-name_missing = 请填客户名称
customer-kind_missing = 请选择单位或个人
customer-how_met_missing = 请写明如何认识，例如：老客户介绍
customer-mobile_wrong = 手机应为 11 位、以 13 至 19 开头；现在是 { $digits } 位数字，请核对
customer-uscc_length = 统一社会信用代码应为 18 位，现在是 { $found } 位
customer-uscc_character = 统一社会信用代码里不会有「{ $character }」，请对照营业执照
customer-uscc_check = 统一社会信用代码校验位不对，请对照营业执照逐位核对
customer-sex_wrong = 性别只有男、女
customer-grade_wrong = 客户等级只有 A、B、C、D
customer-birth_wrong = 出生日期读不出来，请写成 1985-03-15，不知道的部分可以不写
customer-birth_future = 出生日期晚于今天，请核对
customer-postcode_wrong = 邮编应为 6 位数字
customer-email_wrong = 电子邮箱不对，应像 name@company.cn

import-nobody = 没有可以导入的账号，请用 --as 指定一个业务员或信息部账号
import-name_column_missing = 第 1 行没有「客户名称」这一列，请检查表头
import-persons_columns_missing = 第 1 行要有「客户编号」「角色」「姓名」三列，请检查表头
import-column_unknown = 不认识「{ $header }」这一列，内容记入备注
import-column_twice = 「{ $header }」这一列重复，内容记入备注
import-column_guessed = 「{ $header }」这一列是按相近的名称认出来的，请核对
import-value_mended = 「{ $value }」按「{ $kept }」记入，请核对
import-date_without_year = 「{ $value }」没有年份，只记月日
import-date_lunar = 「{ $value }」是农历，年月日不全，未换算成公历，原样记入备注
import-date_from_lunar = 「{ $value }」是农历，换算成公历 { $kept } 记入，请核对
import-date_no_lunar_day = 「{ $value }」：农历这一年的这个月没有这一天（小月没有三十），原样记入备注
import-date_no_leap_month = 「{ $value }」：这一年没有这个闰月，原样记入备注
import-date_other_year = 「{ $value }」：年份与干支或生肖不合，原样记入备注
import-digits_lost = 「{ $value }」的尾数已被表格软件略去，原样记入备注；请把这一列设为文本格式再导出
import-numbers_several = 「{ $value }」不止一个号码：先记第一个手机号，其余记入电话或备注，请核对
import-owner_unknown = 名册里没有可以负责客户的「{ $value }」，负责人记入备注（只提示一次）
import-author_unknown = 名册里没有「{ $value }」，创建人记入备注（只提示一次）
import-class_beyond = 密级「{ $value }」超出导入人可办理的范围，先按可办理的最高密级建档，原文记入备注（只提示一次）
import-name_traditional = 「{ $value }」含繁体字，照原样记入；如为误写请更正
import-value_unread = 「{ $value }」读不出来，原样记入备注
import-duplicate_of = 与已有客户 { $code } 是同一家，不重复建立
import-duplicate_maybe = 与已有客户 { $code } 很像，先建立，请核对是否同一家
import-code_missing = 缺客户编号
import-person_name_missing = 缺姓名
import-role_missing = 缺角色，例如一号主管、家庭:父亲
import-customer_unknown = 没有编号为 { $code } 的客户，请先导入客户
import-rank_taken = 已有另一位第 { $rank } 号主管，同一级只能有一位
import-empty = 文件是空的，至少要有表头
import-not_text = 这不是表格文件，请另存为「Excel 工作簿（.xlsx）」再导入
import-too_large = 文件 { $found } 字节，最多 { $max } 字节，请分成几个文件
import-bad_character = 第 { $row } 行有不属于 { $encoding } 编码的字符，请改选文件编码，或用 Excel、WPS 打开后另存为 .xlsx 再导入
import-unknown_encoding = 不认识编码「{ $asked }」，可选 UTF-8、GB18030、UTF-16LE、UTF-16BE、Big5
import-other_kind = { $what ->
    [image] 这是图片，不是表格；图片请作为附件上传
    [pdf] 这是 PDF，不是表格；请导入生成它的 Excel 文件
    [document] 这是文字文档，不是表格；请把其中的表格粘贴到 Excel 或 WPS 表格，存为 .xlsx 再导入
    [slides] 这是演示文稿，不是表格；请另存为 .xlsx 再导入
    [archive] 这是压缩包，请先解压，再逐个导入里面的表格
    [program] 这是程序，不能导入
    [open_document] 这是 OpenDocument 表格，请用原软件打开，另存为 .xlsx 再导入
    [binary_workbook] 这是二进制工作簿（.xlsb），请用 Excel 打开，另存为 .xlsx 再导入
    [ancient_workbook] 这是 Excel 97 以前的工作簿，请用 Excel 或 WPS 打开，另存为 .xlsx 再导入
    [markup] 这是 XML 或网页存档，请用 Excel 或 WPS 打开，另存为 .xlsx 再导入
   *[compound] 文件里没有工作表，请用 Excel 或 WPS 打开，另存为 .xlsx 再导入
}
import-encrypted = 文件有密码，请先去掉密码：在 Excel 或 WPS 里打开，取消打开密码后保存，再导入
import-damaged = 文件不完整或已损坏{ $in ->
    [part] （{ $part }）
   *[file] {""}
}，请用 Excel 或 WPS 打开，另存为新的 .xlsx 再导入；打不开时请重新索取文件
import-sheet_damaged = 工作表「{ $sheet }」在第 { $row } 行之后读不下去，请用 Excel 或 WPS 打开检查，另存为新的 .xlsx 再导入
import-part_forged = 文件内部不一致（{ $part }），为安全起见不予导入；请用 Excel 或 WPS 打开，另存为新的 .xlsx 再导入
import-document_type = 文件里有外部定义（{ $part }），为安全起见不予导入；请用 Excel 或 WPS 打开，另存为新的 .xlsx 再导入
import-part_too_large = 文件解开后太大（{ $part }），最多 { $max } MB；请删去空白行列的格式，或分成几个文件
import-too_many_parts = 文件里有 { $found } 个部件，最多 { $max } 个；请只留要导入的工作表，另存为新的 .xlsx
import-too_many_cells = { $in ->
    [sheet] 工作表「{ $sheet }」内容太多，读到第 { $row } 行已超出一次能导入的量，请分成几个文件
   *[file] 内容太多，读到第 { $row } 行已超出一次能导入的量，请分成几个文件
}
import-too_many_columns = { $in ->
    [sheet] 工作表「{ $sheet }」第 { $row } 行超过 { $max } 列，请删去多余的列
   *[file] 第 { $row } 行超过 { $max } 列，请检查分隔符，或删去多余的列
}
import-cell_too_long = { $in ->
    [sheet] 工作表「{ $sheet }」第 { $row } 行第 { $column } 列超过 { $max } KB，请缩短这一格
   *[file] 第 { $row } 行第 { $column } 列超过 { $max } KB，多半是引号没有成对，请检查这一格
}
import-no_header = { $in ->
    [sheet] 工作表「{ $sheet }」第 { $row } 行没有内容，不能作表头，请另选一行
   *[file] 第 { $row } 行没有内容，不能作表头，请另选一行
}
import-open_card = 第 { $card } 张名片不完整，没有 END:VCARD；请从通讯录重新导出
import-unreadable = 文件打不开：{ $path }

view-invalid = 还不能保存这个视图
view-name_missing = 请给视图起个名称
view-name_taken = 您已有同名的视图，请换个名称
view-query_wrong = 视图的条件读不出来，请回到列表重新选
view-not_found = 没有这个视图，可能已被删除或不再共享
view-forbidden = 您的岗位不看客户列表，不能保存视图
view-share_forbidden = 只有信息部、总经理和部门主管可以共享视图；请存为自己用的视图
view-too_many = 每人最多保存 { $max } 个视图，请先删掉不用的

customer-edit_forbidden = 您可以查阅这位客户，但不能修改；请找负责人或信息部

reference-not_found = 这种表样没有参考资料，或者没有这一版
reference-publish_forbidden = 参考资料由信息部发布；要改请找信息部
reference-changed = 您打开之后，别人发布了新的一版，这次没有发布。您写的还在下面：看过对方的再发布，就以您写的为新的一版：
reference-invalid = 还不能发布，见下面红字
reference-empty = 参考资料不能是空的：请写上正文再发布
form-not_found = 没有这种表样
form-class_beyond = 开了这张表，档案就升为「指定人员」级，您自己也看不到了；请由这位客户的负责人或总经理来开
form-other_kind = 这种表样不适用于这类客户：个人用个人的表，单位用单位的表

card-invalid = 还不能保存，有几处要改，见下面红字
card-not_found = 没有这张卡，或您不能查阅
card-changed = 这张卡刚被别人改过，请刷新后再改
card-how_unknown = 请从所列各项中选择怎样得知
card-nothing_graded = 这张表卡没有按程度填写的栏目，不能对比
card-no_such_revision = 没有这一次修订
card-no_such_rows = 这张卡没有逐行记录的这一栏
card-row_not_found = 没有这一行记录
card-row_corrected = 这一行已有更正，请改更正后的那一行
signature-invalid = 签字没有保存
signature-empty = 还没有签，请在框内手写
signature-too_long = 笔画太多，请清空重签
signature-off_the_pad = 笔画出了签字框，请清空重签
signature-no_such_place = 这张卡没有这个签字处
signature-card_blank = 空白的卡不能签字，请先填写
signature-there_already = 这里已经签过
filing-card_blank = 空白的卡不能归档，请先填写
filing-incomplete = 还不能归档：缺的、没签的见下面
filing-there_already = 这张卡已经归档
filing-not_there = 这张卡没有归档，不用撤回
signature-signer_missing = 请写签字人姓名
signature-not_for_staff = 这一处由客户本人签字
signature-no_such_staff = 没有这位员工，或已离职
staff-post_unknown = 没有这种职务，可用：{ $known }
request-version_missing = 请先读取再修改，并在 If-Match 中带上读到的版本

attachment-invalid = 这份材料没有存进档案
attachment-not_found = 没有这份材料，或您不能查阅
attachment-name_missing = 文件没有名称，请改名后再传
attachment-photo_consent = 存照片须先征得本人同意，请勾选「本人同意」
attachment-photo_elsewhere = 这张照片已在另一位客户的档案里。请核对有没有选错人；确是合影，请勾选「合影」再传
attachment-photo_of_other = 这张照片已在「{ $name }」（{ $code }）的档案里。请核对有没有选错人；确是合影，请勾选「合影」再传
attachment-in_use = 有表卡或往来正用着这份材料，请先取下
attachment-no_picture = 这份材料没有可看的图，请下载
attachment-purpose_unknown = 用途只能是 document（纸件）或 photo（照片）
file-too_large = 文件太大：{ $found } MB，最多 { $limit } MB。请用手机相册的「原图」以外的大小，或降低扫描分辨率
file-empty = 文件是空的，请重新选择
file-kind_refused = 不收这种文件（{ $found }），可收：{ $allowed }
file-heic = 这是苹果手机的 HEIC 照片，浏览器看不了。请在手机「设置 › 相机 › 格式」选「兼容性最佳」再拍，或转成 JPG
file-macro = 这份 Office 文件带宏，不能收。请另存为不带宏的 docx、xlsx 或 pptx
file-program = 这是程序文件，不能收进档案
file-active = 这是网页类文件，可能带脚本，不能收。请打印成 PDF 再传
file-too_many_pixels = 图片有 { $width } × { $height } 像素，超过 { $limit } 像素，请缩小后再传
file-truncated = 图片（{ $found }）不完整，可能没有传完，请重新选择
file-unreadable = 图片（{ $found }）打不开，可能已损坏，请换一张
file-missing = 档案里有这份材料的记录，但文件不见了，请联系系统管理员核对备份
file-damaged = 这份材料的文件已损坏，请联系系统管理员核对备份
file-storage_full = 服务器磁盘已满，材料没有存进去，请联系系统管理员

contact-invalid = 这次往来还没有记下，有几处要改
contact-not_found = 没有这条往来记录，或您不能查阅
contact-changed = 这条记录刚被别人改过，请刷新后再改
contact-channel_missing = 请选往来方式
contact-direction_missing = 请选是对方来的还是我方发的
contact-day_missing = 请填日期
contact-day_wrong = 日期要写明年、月、日，如 2026-11-25
contact-day_future = 日期不能晚于今天：还没发生的不能记
contact-summary_missing = 请写明谈了什么
contact-paper_missing = 信函、传真、邮件、订单要附扫描件，或写明摘要
contact-file_unknown = 扫描件不在这位客户的档案中，请重新上传
contact-too_many_files = 扫描件太多，最多 { $max } 份
contact-name_missing = 请填客户名称
contact-nobody = 没有「{ $name }」的户头。往来都要归档：请先建户头，或一并建立
contact-several = 叫「{ $name }」的客户有 { $count } 位，请指明是哪一位
customer-changed = 这位客户刚被别人改过，您的修改还没有保存
customer-edit_invalid = 还不能保存，有几处要改，见下面红字
customer-assign_forbidden = 只有部门主管、信息部和总经理可以在自己管理的部门内调整负责人和部门
customer-owner_unknown = 没有这位员工、已离职，或他的岗位不负责客户
customer-department_unknown = 没有这个部门
customer-stage_unknown = 请从所列状态中选择
customer-lost_reason_missing = 转为流失客户要写明原因，例如：转用竞争对手、停产
customer-types_missing = 请至少选一个客户类型
customer-types_unknown = 请从所列客户类型中选择
customer-capital_unit = 注册资本要写明单位，例如 500万元、300万美元
customer-capital_wrong = 注册资本读不出来，请写成数字加单位，例如 500万元

customer-change_missing = 「{ $field ->
    [name] 客户名称
    [legal_representative] 法定代表人
    [registered_capital] 注册资本
    [business_scope] 经营范围
    [uscc] 统一社会信用代码
   *[address] 地址
  }」属于重大变动事项，请在「变动」里写明生效日期和依据；原来录错的，选「更正录入错误」并写依据
change-invalid = 变动还没有写全，见下面红字
change-nature_unknown = 性质只有「确有变动」和「更正录入错误」
change-kind_missing = 请选择变动事项
change-kind_has_field = 这类变动请到「编辑」里改相应栏目，系统会同时记下变动
change-day_missing = 请写生效日期，例如 2026-01-31
change-day_wrong = 生效日期要写到日，例如 2026-01-31
change-day_future = 生效日期晚于今天：还没生效的变更请到当天再改
change-proof_missing = 请写依据，例如变更登记通知书、营业执照、来函
change-note_missing = 请写明发生了什么

customer-duplicates = 已有看起来相同的客户，先核对是不是同一家：
customer-duplicate_of = { $reason ->
    [uscc] 统一社会信用代码
    [phone] 电话
    [former_name] 曾用名
    [email] 邮箱
    [birth] 生日
   *[name] 名称
  }与已有客户 { $code }「{ $name }」相同
customer-delete_forbidden = 删除和合并客户由部门主管、信息部和总经理在自己管理的部门内办理
duplicate-forbidden = 核对疑似重复由部门主管、信息部和总经理办理
duplicate-not_found = 没有这一对疑似重复，可能已经处理

customer-delete_invalid = 还没有删除
customer-delete_reason_missing = 请写明删除原因，例如：重复建立
customer-not_in_bin = 回收站里没有这位客户
import-code_deleted = 编号 { $code } 的客户在回收站里，请先恢复，或换一个编号

customer-merged = 这位客户已并入 { $code }「{ $name }」，请到那里操作
merge-same = 要合并的是同一份档案，请选另一份
merge-other_kind = 个人和单位不能合并
merge-choice_unknown = 只能在两份档案的栏目之间选择
merge-code_unknown = 没有这个编号的客户，或您不能合并它
merge-not_found = 没有这次合并，或您不能查阅
merge-undone = 这次合并已经撤销过
merge-undo_late = 合并已超过 30 天，不能撤销
merge-absorbed_gone = 并入的客户已不在这位客户名下，请先撤销后一次合并

customer-co_owners_many = 协办最多 20 人

staff-forbidden = 这里由系统管理员和安全管理员管，您的岗位不能做这件事
staff-changed = 这个账号刚被别人改过，请刷新后再改
staff-department_missing = 请选一个部门
staff-own_roles = 自己的岗位和职务要由别人来改
staff-own_account = 不能停用自己的账号
staff-last_admin = 至少要有一位在用的系统管理员，请先给别人这个岗位
staff-auditor_apart = 审计员不能同时是系统管理员或安全管理员
staff-admins_apart = 三人以上的公司，系统管理员和安全管理员要由两个人担任
staff-suspended_now = 账号已停用，请先恢复
staff-link_dead = 链接已用过或已过期，请找系统管理员再要一个
department-invalid = 部门没有存好
department-name_missing = 请填部门名称
department-name_taken = 同一处已有这个名称的部门
department-not_found = 没有这个部门
staff-role_unknown = 没有这种岗位
form_draft-forbidden = 表样由信息部设计；要改表样，请找信息部
form_draft-not_found = 没有这份草稿，可能已经发布或丢弃
form_draft-changed = { $who } 刚刚改过这份草稿，这一步没有做。下面是最新的样子，请再做一次
form_draft-shipped = 随程序附带的表样不能直接改，请先复制一份
form_draft-invalid = 这一步没有做，见下面红字
form_draft-act_unknown = 不认识这一步，请在页面上按按钮
form_draft-word_missing = 请写上文字
form_draft-short_wrong = 短名用 2 到 40 个小写字母、数字或连字符，开头和结尾是字母，例如 vip-card
form_draft-short_taken = 这个短名已经有表样或草稿在用，请换一个
form_draft-title_taken = 已经有表样或草稿叫这个名称，请换一个，开表时才分得清
form_draft-field_unknown = 草稿里没有这一项，可能刚被别人移走
form_draft-field_first = 它已经是这一部分的第一项；要放到别的部分，请用「移到」
form_draft-field_last = 它已经是这一部分的最后一项；要放到别的部分，请用「移到」
form_draft-field_needed = 「{ $label }」不能停用：「{ $other }」等 { $count } 项要看它的答案。请先停用那些项
form_draft-field_only = 表样里至少要留一项
form_draft-field_in_use = 这一项还在用，不用恢复
form_draft-fields_many = 一种表样最多 { $max } 项
form_draft-same_section = 它本来就在这一部分，请选另一部分
form_draft-section_unknown = 草稿里没有这一部分，可能刚被别人移走
form_draft-section_first = 它已经是第一部分
form_draft-section_last = 它已经是最后一部分
form_draft-section_full = 这一部分还有内容，请先把各项移到别处或停用
form_draft-section_printed = 这一部分的名称印在纸样的格子里，不能去掉，可以改名
form_draft-kind_unknown = 没有这种类型，请从列出的里面选
form_draft-span_unknown = 宽度请从列出的里面选
form_draft-option_unknown = 有一个选项已经不在草稿里，请看过最新的样子再改
form_draft-option_needed = 「{ $label }」的「其它」和「未知」「未提供」一类选项要留着
form_draft-options_few = 选项至少要两个，一行写一个
form_draft-options_many = 选项最多 { $max } 个
form_draft-signature_required = 「{ $label }」是签字，先存卡才能签，不能设为「必填」；可设为「归档前要有」
form_draft-nothing_done = 没有可以撤销的步骤
form_draft-unchanged = 和现行的一版完全一样，没有发布。请先改动，或丢弃草稿
form_draft-overtaken = 这种表样已经有第 { $n } 版了。请丢弃草稿，从新的一版开始
form_draft-defective = 这样不行，有 { $count } 处不合表样的规矩：
form_draft-f101 = { $label }：读不出来（{ $detail }）
form_draft-f102 = 「{ $label }」：没有「{ $detail }」这种类型
form_draft-f103 = 「{ $label }」：类型的设置不对（{ $detail }）
form_draft-f104 = 「{ $label }」：代号只能用小写字母、数字和下划线（{ $detail }）
form_draft-f105 = 「{ $label }」：代号 { $detail } 用了两次
form_draft-f106 = 「{ $label }」：是敏感个人信息，不能用来筛选
form_draft-f107 = 「{ $label }」：条件里提到的 { $detail } 不在表样里
form_draft-f108 = 「{ $label }」：条件里用到的选项（{ $detail }）不在了。要去掉这个选项，先停用要看它的那一项
form_draft-f109 = 「{ $label }」：条件和那一项的类型合不上（{ $detail }）
form_draft-f110 = 「{ $label }」：缺少文字
form_draft-f111 = 「{ $label }」：选项缺少文字（{ $detail }）
form_draft-f112 = 「{ $label }」：多出的文字（{ $detail }）
form_draft-f113 = 「{ $label }」：没有放进版面
form_draft-f114 = 「{ $label }」：在版面里放了两次
form_draft-f115 = 「{ $label }」：版面里提到不存在的内容（{ $detail }）
form_draft-f116 = 「{ $label }」：已停用，不该还在版面里
form_draft-f117 = 「{ $label }」：宽度不对（{ $detail }）
form_draft-f118 = { $label }：纸样的格子合不拢（{ $detail }）
form_draft-f119 = 原文件里的字没有印在纸样上：{ $detail }
form_draft-f120 = 「{ $label }」：条件互相绕圈，永远问不到
form_draft-f121 = 「{ $label }」：签字要盖住的 { $detail } 不存在
form_draft-f122 = 「{ $label }」：逐行记录的栏目不对（{ $detail }）
form_draft-f123 = 核对规则缺少说明（{ $detail }）
form_draft-f124 = 「{ $label }」：没有「{ $detail }」这一层
form_draft-f125 = 表样的名称、代号或密级不对（{ $detail }）
form_draft-f126 = { $label }：核对规则要正好说一件事
form_draft-f127 = 「{ $label }」：要等「{ $detail }」签过才填，不能设为必填，也不能由那个签字盖住
verify-busy = 数据库正忙，一时检查不了，请稍后再试
verify-database_damaged = 数据库文件有损坏：{ $about }。请停止使用，用最近的备份恢复
verify-database_unreadable = 数据库读不完，检查到此为止：{ $detail }。请停止使用，用最近的备份恢复
verify-key_nowhere = 数据库里有记录指向不存在的记录：{ $about }
verify-customer_without_dossier = 客户 { $about } 没有档案
verify-dossier_without_customer = 档案 { $about } 没有对应的客户
verify-card_without_revision = 客户 { $about } 的表卡缺少当前版本（{ $id }）
verify-card_behind_revision = 客户 { $about } 的表卡有比当前更新的版本（{ $id }）
verify-customer_unsearched = 客户 { $about } 不在搜索索引里
verify-search_count = 搜索索引有 { $about } 条，客户有 { $id } 位，两者应当相等
verify-merged_nowhere = 客户 { $about } 已并入别的客户，但那位客户不存在，或此客户仍在名单里
verify-merged_circle = 客户 { $code } 的合并绕成了圈，找不到合并后的客户
verify-undo_nowhere = 合并记录 { $about } 所指的客户不存在，或并没有并入
verify-change_without_paper = 客户 { $about } 的一条变动所附的材料不存在（{ $id }）
verify-card_unreadable = 客户 { $code } 的表卡有一个版本读不出来（{ $id }）
verify-card_hash = 客户 { $code } 的表卡有一个版本与它的内容指纹不符（{ $id }）
verify-card_answers = 客户 { $code } 的表卡有一个版本的内容被改动过，与填写时不符（{ $id }）
verify-row_unreadable = 客户 { $code } 的表卡有一行读不出来（{ $id }）
verify-row_hash = 客户 { $code } 的表卡有一行与它的内容指纹不符（{ $id }）
verify-row_answers = 客户 { $code } 的表卡有一行的内容被改动过，与填写时不符（{ $id }）
verify-signature_wrong = 客户 { $code } 的表卡上有一个签名与所签的内容不符（{ $id }）
verify-audit_changed = 审计记录 { $id } 的内容被改动或删除过
verify-paper_without_content = 客户 { $code } 的材料「{ $name }」没有登记文件（{ $id }）
verify-file_missing = 客户 { $code } 的材料「{ $name }」的文件不见了（{ $id }）
verify-file_damaged = 客户 { $code } 的材料「{ $name }」的文件已损坏，与存入时不符（{ $id }）
verify-file_unreadable = 客户 { $code } 的材料「{ $name }」的文件读不出来，请检查磁盘（{ $id }）

request-key_wrong = Idempotency-Key 要有 1 至 { $max } 个可见的英文字符
request-key_no_file = 上传文件不收 Idempotency-Key，请去掉后再传
request-key_reused = 这个 Idempotency-Key 已用于另一个请求，请换一个新的
request-key_open = 这个 Idempotency-Key 的请求正在办理，或已办完而答复没有留下；请先查看结果，不要重复提交
bulk-nobody = 还没有勾选客户，请回到列表勾选要改的客户
bulk-many = 一次最多改 { $max } 位，请分几次
bulk-nothing = 请至少选一项要改的内容
bulk-invalid = 还不能修改，见下面红字

branch-invalid = 上级单位还不对
branch-not_found = 它现在没有上级单位
branch-parent_missing = 请写上级单位的客户编号或全称
branch-parent_unknown = 没有找到这个单位，请写客户编号或一字不差的全称
branch-parent_unclear = 有几个单位叫这个名字，请改写客户编号
branch-itself = 一个单位不能隶属于自己
branch-below = 这个单位是它的下级，不能反过来做它的上级；请先解除下级的隶属
branch-individual = 只有单位才有上级和下级，个人没有
branch-deep = 隶属最多 8 级，再往下放不了；请改挂到更高一级
branch-many = 一个单位直接下级最多 200 个，请先分出中间一级
merge-below = 「{ $survivor }」隶属于「{ $absorbed }」，不能并入自己的下级；请反过来并，或先解除隶属

trust-not_found = 这台服务器没有用自己签发的证书，不用另外信任
backup-forbidden = 备份由系统管理员办理
backup-not_kept = 这个程序没有指明备份放在哪里
backup-not_found = 没有这份备份，可能已经删掉了；请回到备份页看看现有的
backup-under_way = 正在备份或核对，请等它办完再删
backup-last_whole = 这是唯一一份完整的备份，不能删；请先另做一份
backup-folder_unreadable = 备份文件夹打不开或改不了：{ $detail }；请看看文件夹在不在、有没有权限
backup-broke_off = 没有办成，没有留下半份；请再试一次，仍不行请看运行记录
backup-target_taken = { $path } 已经在了，备份不盖住任何东西；请等一秒再来，或另指一个文件夹
backup-target_is_file = { $path } 是一个文件，请指一个文件夹，备份放在里面
backup-unwritable = 写不了 { $path }（{ $detail }）；没有留下半份备份
backup-unreadable = 有文件读不出来（{ $detail }）；没有留下半份备份
backup-disk_full = 磁盘满了，没有写完；写了一半的已经删掉，请换一个有空间的地方
backup-busy = 数据库正忙，一时办不了，请稍后再试
backup-nothing_here = 这里没有客档的数据库，请用 --data 或 --database 指明
backup-schema_older = 数据库是第 { $found } 版，本程序要第 { $known } 版；请先运行 kedang migrate，或用原来的程序来做
backup-schema_newer = 数据库是第 { $found } 版，本程序只认识到第 { $known } 版；请换用较新的 kedang
backup-database_unusable = 数据库读写出错：{ $detail }；没有留下半份。请看看磁盘满没满、能不能写
restore-no_manifest = { $path } 里没有 manifest.json，不是一份完整的备份
restore-manifest_unreadable = 备份的 manifest.json 读不懂，可能已损坏；请用另一份备份
restore-format_unknown = 备份是第 { $found } 种格式，本程序不认识；请换用较新的 kedang
restore-wants_database = 这是 PostgreSQL 的备份，请用 --database 指明一个空的数据库
restore-wants_folder = 这是 SQLite 的备份，请去掉 --database，用 --data 指明一个新的文件夹
restore-schema_newer = 备份是第 { $found } 版的，本程序只认识到第 { $known } 版；请换用较新的 kedang
restore-path_outside = 备份清单里的路径「{ $path }」不在备份里面，不恢复
restore-data_taken = { $path } 不是空的；恢复不盖住任何东西，请用 --data 另指一个新的文件夹
restore-data_nameless = { $path } 不能作为数据文件夹，请用 --data 写明文件夹的名称
restore-database_taken = 这个数据库不是空的；恢复不盖住任何东西，请另建一个空的数据库
restore-file_missing = 备份里缺少文件 { $path }，不恢复；请用另一份备份
restore-file_differs = 备份里的文件 { $path } 与清单不符，已损坏或被改动，不恢复；请用另一份备份
restore-digest_differs = 恢复出来的内容与备份时不同，没有留下（摘要 { $found }，清单上是 { $wanted }）；请用另一份备份
import-not_found = 没有这次导入，或不是您导入的
import-state_wrong = 这次导入正在进行、已经完成或已撤销，不能再开始
import-there_already = 编号相同的客户 { $code } 已经在了，按「只新建」未改动
import-not_there = 没有这个客户，按「只更新」未建立
import-duplicate_merged = 与已有客户 { $code } 是同一家，内容已并入
import-edit_forbidden = 这个编号的客户档案您不能修改，请交信息部导入
import-sheet_left = 工作表「{ $name }」看不出是客户、人员、往来还是护理记录，未导入；请在对应表里选一下
import-undo_late = 导入已超过 7 天，不能再整批撤销
import-row_not_found = 这次导入里没有这一行
import-duplicate_row = 与本文件第 { $row } 行是同一家
import-key_several = 这个值有 { $count } 个客户（{ $codes }），看不出是哪一个；请改一格，或换「认已有客户按」的栏目
import-code_taken = 编号 { $code } 已是另一个客户的，请改编号，或按客户编号认客户
import-contacts_columns_missing = 第 { $row } 行要有「客户编号」或「客户名称」，还要有「日期」和「方式」，请检查表头
import-care_columns_missing = 第 { $row } 行要有「客户编号」或「客户名称」，还要有表卡里的栏目，请检查表头
import-column_in_summary = 不认识「{ $header }」这一列，内容写进往来的内容里
import-column_homeless = 「{ $header }」这一列没有地方放，表卡的这张表没有备注栏；请选一个栏目，或先删去这一列
import-card_rule = 不合这张表的规定
import-card_other_kind = 「{ $form }」不是给这类客户用的，这一行不建表卡，那些栏目的内容记入备注
import-staff_unknown = 名册里没有「{ $value }」，经办人写进内容里（只提示一次）
import-customer_unnamed = 没有叫「{ $name }」的客户，请先导入客户，或写明客户编号
import-customer_several = 有 { $count } 个客户叫「{ $name }」，请写明客户编号
import-day_unread = 「{ $value }」不是完整的日期，请写成 2024-03-05
import-channel_unread = 不认识方式「{ $value }」，请写电话、微信、拜访、接待、会谈、信函、传真、邮件或订单
import-file_missing = 请先选一个文件
move-target_taken = { $path } 不是空的；导出不盖住任何东西，请用 -o 另指一个新的文件夹
move-target_is_file = { $path } 是一个文件，请指一个文件夹
move-unwritable = 写不了 { $path }（{ $detail }）；没有留下半份
move-disk_full = 磁盘满了，没有写完；写了一半的已经删掉，请换一个有空间的地方
move-broken_off = 已经按您的要求中断；写了一半的已经删掉，原来的数据没有动
move-no_manifest = { $path } 里没有 manifest.json，不是一份完整的全部导出
move-is_backup = 这是一份备份，不是全部导出：请用 kedang restore 恢复它
move-manifest_unreadable = 导出的 manifest.json 读不懂，可能已损坏；请重新导出
move-format_unknown = 导出是第 { $found } 种格式，本程序不认识；请换用较新的 kedang
move-schema_newer = 导出是第 { $found } 版的，本程序只认识到第 { $known } 版；请换用较新的 kedang
move-path_outside = 导出清单里的路径「{ $path }」不在导出里面，什么都没有导入
move-file_unlisted = 导出清单里少了 { $path } 这一行，什么都没有导入；请重新导出
move-table_differs = 导出清单里的表 { $table } 与第 { $schema } 版的不同，什么都没有导入；请重新导出
move-data_taken = { $path } 不是空的；全部导入只进空的地方，请用 --data 另指一个新的文件夹
move-data_nameless = { $path } 不能作为数据文件夹，请用 --data 写明文件夹的名称
move-database_taken = 这个数据库不是空的；全部导入只进空的数据库，请另建一个
move-file_missing = 导出里缺少文件 { $path }，什么都没有导入；请重新导出
move-file_differs = 导出里的文件 { $path } 与清单不符，已损坏或被改动，什么都没有导入；请重新导出
move-line_differs = 导出里的文件 { $path } 第 { $line } 行与导出时不同，已损坏或被改动，什么都没有导入；请重新导出
move-lines_missing = 导出里的文件 { $path } 从第 { $line } 行起缺了，什么都没有导入；请重新导出
move-line_cut = 导出里的文件 { $path } 第 { $line } 行不完整，文件被截断了，什么都没有导入；请重新导出
move-line_unreadable = 导出里的文件 { $path } 第 { $line } 行不是一个 JSON 对象，什么都没有导入
move-column_missing = 导出里的文件 { $path } 第 { $line } 行缺少「{ $column }」，什么都没有导入
move-column_unknown = 导出里的文件 { $path } 第 { $line } 行多出「{ $column }」，什么都没有导入
move-value_wrong = 导出里的文件 { $path } 第 { $line } 行的「{ $column }」不是这一栏该有的值，什么都没有导入
move-row_refused = 导出里的文件 { $path } 第 { $line } 行与别的行重复，或有不许有的值，什么都没有导入
move-row_nowhere = 导出里的文件 { $path } 第 { $line } 行引用了 { $missing } 里没有的一行，什么都没有导入
move-digest_differs = 导入的内容与导出时不同，没有留下（摘要 { $found }，清单上是 { $wanted }）；请重新导出
