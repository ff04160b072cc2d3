### 填表发现的问题：代码中的点写作连字符，form.required 即 form-required。$label 是栏目名称。

form-answer_not_applicable = 「{ $label }」现在不用填，要先填好「{ $depends_on }」；请清空它
form-bank_account_character = 账号里不会有「{ $character }」，只能是数字
form-bank_account_check = 账号校验位不对，请对照卡片或开户许可证逐位核对
form-bank_account_length = 账号应为 8 到 30 位数字，现在是 { $got } 位
form-computed_typed = 「{ $label }」由系统算出，不用填
form-control_character = 「{ $label }」含有看不见的控制字符（{ $character }），请重新输入，不要从别处粘贴
form-date_no_such_day = 没有「{ $got }」这一天，请核对
form-date_not_whole = 「{ $label }」要写明年、月、日，现在是「{ $got }」
form-date_shape = 看不懂日期「{ $got }」，请写成 1985-03-15、1985-03、1985 或 农历 1985-03-15
form-date_short_year = 「{ $got }」的年份要写四位数
form-date_too_early = 「{ $label }」不能早于{ $bound ->
    [opened_on] 建卡日期 { $limit }
    [today] 今天（{ $limit }）
   *[other] { $limit }
  }
form-date_too_late = 「{ $label }」不能晚于{ $bound ->
    [opened_on] 建卡日期 { $limit }
    [today] 今天（{ $limit }）
   *[other] { $limit }
  }
form-date_year_range = 「{ $got }」的年份不对，请核对
form-detail_missing = 「{ $label }」选了「有」，请写明是什么
form-email_shape = 「{ $got }」不是邮箱地址，应像 name@example.com
form-expected = 「{ $label }」还没有填{ $none ->
    [no] { "" }
   *[yes] ，没有请选「无」
  }
form-field_retired = 「{ $label }」已停用，请清空
form-field_unknown = 这张表没有这一栏
form-file_name_missing = 「{ $label }」有附件没有名称
form-grade_missing = 「{ $option }」还没有选程度
form-id_number_birth = 身份证号码里的出生日期不对，请核对
form-id_number_character = 身份证号码里不会有「{ $character }」
form-id_number_check = 身份证号码校验位不对，请逐位核对
form-id_number_future = 身份证号码里的出生日期 { $born } 还没有到
form-id_number_length = 身份证号码应为 18 位，现在是 { $got } 位
form-id_number_region = 身份证号码开头的地区代码不对，请核对
form-json_shape = 填写的内容应是一个 JSON 对象，键为栏目代码
form-link_shape = 「{ $label }」的编号「{ $got }」不对
form-money_currency = 「{ $got }」不是人民币，请折成元填写
form-money_currency_apart = 「{ $got }」里不写币种，「{ $label }」只写数额和单位，币种另有一栏
form-money_shape = 「{ $got }」不是金额，请填数字，例如 298 或 298.50
form-money_too_fine = 「{ $got }」不对，金额最多到分
form-money_unit_missing = 「{ $got }」没有单位，请写明元、万元或亿元
form-name_missing = 「{ $label }」请填名称
form-none_and_value = 「{ $label }」不能又选「无」又填内容
form-none_not_allowed = 「{ $label }」不能填「无」
form-number_shape = 「{ $got }」不是数字，「{ $label }」请填数字
form-number_too_fine = 「{ $label }」最多 { $places } 位小数
form-number_too_large = 「{ $label }」不能大于 { $max }，现在是 { $got }
form-number_too_small = 「{ $label }」不能小于 { $min }，现在是 { $got }
form-number_unit_mistaken = { $got } 像是以{ $unit ->
    [m] 米
   *[other] { $unit }
  }为单位，「{ $label }」是不是 { $suggest }？
form-one_only = 「{ $label }」只能选一项，现在有 { $count } 项
form-option_unknown = 「{ $label }」没有「{ $got }」这一项，请从所列各项中选
form-other_not_ticked = 写了「{ $got }」，请同时勾选「其它」
form-other_text_missing = 勾了「其它」，请写明是什么
form-phone_character = 电话里不会有「{ $character }」
form-phone_digits = 电话号码位数不对，现在是 { $digits } 位；固定电话请带区号
form-phone_mobile_digits = 手机应为 11 位，现在是 { $digits } 位，请核对
form-photo_consent = 客户同意后才能存照片，请先勾选「同意」
form-photo_not_ticked = 「{ $label }」里「{ $option }」没有勾选，不能附照片；请勾选它，或取下照片
form-place_not_ticked = 「{ $label }」里「{ $option }」没有勾选，不能标部位；请勾选它，或去掉部位
form-postcode_digits = 邮编应为 6 位数字，现在是「{ $got }」
form-required = 请填「{ $label }」
form-row_id = 「{ $label }」有一行的编号不对，请刷新页面再填
form-row_twice = 「{ $label }」有一行提交了两次，请刷新页面再填
form-scale_step = 「{ $label }」应在 { $min } 到 { $max } 之间，现在是「{ $got }」
form-signature_first = 先签好「{ $depends_on }」，再填「{ $label }」
form-signature_missing = 「{ $label }」还没有签，不能归档
form-signature_wrong_post = 签「{ $label }」的人须有「{ $post }」职务
form-text_too_long = 「{ $label }」太长了，最多 { $max } 个字，现在 { $length } 个
form-time_shape = 「{ $got }」不是时间，应像 14:30
form-too_few_rows = 「{ $label }」至少 { $min } 行
form-too_many_files = 「{ $label }」最多 { $max } 个附件
form-too_many_rows = 「{ $label }」最多 { $max } 行
form-too_many_ticked = 「{ $label }」最多选 { $max } 项
form-unknown_typed = 不知道就留空，「不详」不算已填；确实没有请选「无」
form-url_host = 「{ $got }」没有网站名，应像 www.example.com
form-url_scheme = 「{ $got }」不是网址，应以 http:// 或 https:// 开头
form-uscc_character = 统一社会信用代码里不会有「{ $character }」，请对照营业执照
form-uscc_check = 统一社会信用代码校验位不对，请对照营业执照逐位核对
form-uscc_length = 统一社会信用代码应为 18 位（末位是校验码），现在是 { $got } 位
form-uscc_phone = 「{ $got }」是电话号码，「{ $label }」应填 18 位统一社会信用代码
form-value_shape = 「{ $label }」的内容不是这一栏的写法，请对照表样的 JSON Schema
form-value_twice = 「{ $label }」与另一行相同
form-weekday_unknown = 没有「{ $got }」这一天，请选周一到周日
form-window_end_before_start = 「{ $label }」的结束时间要晚于开始时间
form-window_open = 「{ $label }」的开始和结束时间要一起填

card-rows_apart = 「{ $label }」逐行另存，请用「加一行」，不随表保存

post-beauty_consultant = 美容顾问
post-beautician = 美容师
post-expert = 专家
card-file_unknown = 「{ $label }」里的文件不在这位客户的档案中，请重新上传
card-link_unknown = 没有找到客户编号「{ $got }」，请核对，或只写名称
card-link_self = 这就是本客户自己，请写另一家的客户编号
card-file_no_photo = 「{ $label }」要放照片，请用「拍照」上传

card-change_missing = 「{ $label }」属于重大变动事项，请在下面「变动」里写明生效日期和依据；原来填错的，选「更正录入错误」并写依据
