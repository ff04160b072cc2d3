### 表卡：表样填成的卡，修订、签字、逐次记录。

cards-numeral = { $n ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
    [7] 七
    [8] 八
    [9] 九
    [10] 十
    [11] 十一
    [12] 十二
   *[other] { $n }
  }
cards-contents = 目录
cards-wrong = 要改 { $count }
cards-to_fix = { $count } 处要改
cards-none = 无
cards-unanswered = 未答
cards-link = 客户编号
cards-masked = 敏感内容，仅经办人可见
cards-yuan = 元
cards-year = 年
cards-month = 月
cards-day = 日
cards-lunar = 农历
cards-leap = 闰
cards-from = 起
cards-until = 止
cards-to = 至
cards-province = 省
cards-city = 市
cards-district = 区县
cards-detail = 街道门牌
cards-other = 其它：
cards-grade_only = 只记程度
cards-spots_only = 不问成因的问题
cards-places = 部位
cards-places_note = 点图或点名称都可以；左右以客人本人为准
cards-spot_photo = 照片
cards-map_right = 右
cards-map_left = 左
cards-map_front = 正面
cards-map_behind = 背面
cards-grade_open = 还没选程度
cards-ticked = 已选
cards-clear = 清空这张表
cards-refresh = 更新表单
cards-row_acts = 操作
cards-row_add = 加一行
cards-row_drop = 删去这一行
cards-copy = 复制这 { $count } 行
cards-copied = 已复制
cards-copy_note = 点一下文字即全部选中，也可以这样复制。
cards-copy_and = 、
cards-copy_line = { $label }：{ $value }
cards-origin = 来历
cards-known = 已知程度
cards-next_unknown = 下次先问：
cards-all_known = 该问的都问到了
cards-sign_waiting = 待签
cards-sign_here = 点此手写签字
cards-sign_void = 签字作废
cards-sign_void_since = { $when } 改动了所签内容
cards-sign_again = 重新签字

cards-title = 表卡
cards-empty = 还没有表卡。点「开一张表」，选一种表样。
cards-open = 开一张表
cards-blank = 空白表
cards-revision = 第 { $n } 次修订
cards-edit = 修改
cards-history = 修订记录
cards-beside = 旁注
cards-save = 存为第 { $n } 次修订
cards-stale = 您填的还在下面：看过对方的改动后再存，就以您填的为准。
cards-stale_look = 看对方改了什么
cards-how = 如何得知
cards-fileable = 可以归档
cards-not_fileable = 尚不能归档：有缺项或待签
cards-masked_note = 健康、收入等敏感内容只给经办人看，纸样和历史里也不重复。
cards-sensitive_note = 健康、收入、照片为敏感个人信息：选填，取得单独同意，可查阅、可删除。
cards-origin_line = { $by } { $when } 记下
cards-origin_how = { $by } { $when } 记下，{ $how }
cards-sign_first = 先签好「{ $label }」，这一部分才能填。
cards-signer = 签字人姓名
cards-sign_as = { $name } 以本人账号签字
cards-sign_save = 确认签字
cards-sign_clear = 擦掉重写
cards-sign_empty = 还没有写，请在上面的格子里手写签字
cards-sign_script = 手写签字要用到脚本，请在浏览器里允许本站运行脚本
cards-sign_covers = 签字所管的内容
cards-row_new = 记一次
cards-row_save = 存这一次
cards-row_nth = 第 { $n } 次
cards-row_correct = 更正这一次
cards-row_correct_note = 更正另起一行，原来那行保留并划去。
cards-row_corrected = 已更正
cards-row_corrects = 更正第 { $n } 次
cards-row_corrects_earlier = 更正较早的一次
cards-rows_none = 还没有记录
cards-rows_so_far = { $count ->
    [0] 还没有记录
   *[other] 已记 { $count } 次
  }
cards-rows_on_page = 本页 { $count } 次
cards-states = 各次修订
cards-state = 修订
cards-earlier = 从
cards-later = 到
cards-compare = 比较所选两次
cards-changes = 改了什么
cards-answer = 栏目
cards-no_change = 这两次之间没有改动
cards-sealed = 敏感内容，不在此重复
cards-rows = { $count } 行

card_status-open = 填写中
card_status-unsigned = 待签字
card_status-signed = 已签字

learned-told = 到店当面说
learned-visit = 拜访时得知
learned-call = 电话或消息
learned-document = 见于文件
learned-observed = 我方所见
learned-hearsay = 他人转告
cards-file_pick = 选文件
cards-file_send = 上传
cards-file_sending = 正在上传…
cards-file_failed = 没有传上去：网络断了或服务器没有应答，请再选一次
cards-file_large = 文件超过 { $limit } MB，请缩小后再传
cards-file_drop = 取下
cards-photo_consent = 本人同意拍照存档
cards-photo_first = 请先征得本人同意，勾选「本人同意拍照存档」再拍
cards-photo_take = 拍照
cards-photo_pick = 选照片
cards-photo_together = 合影，确认用在这里
cards-photo_look = 看大图
cards-photo_angle = 角度
cards-photo_on = 拍摄日期

cards-part_picked = 勾选
cards-part_other = 其它
cards-part_grades = 程度
cards-part_places = 部位
cards-part_photos = 照片

comparison-title = 对比
comparison-none = 还没有可对比的记录
comparison-none_why = 填好一次表卡，下次来店再填一次，就能对比
comparison-nothing = 这几次都没有勾选
comparison-unseen = 未查
comparison-clear = 无
comparison-ungraded = 未选程度
comparison-new = 新增
comparison-worse = 加重
comparison-same = 不变
comparison-better = 减轻
comparison-gone = 消失
comparison-before = 前
comparison-after = 后
comparison-spots = 部位与照片
comparison-earlier = 更早几次
comparison-newest = 最近几次

filing-title = 归档
filing-file = 归档
filing-filed = 已归档
filing-by = 第 { $n } 次修订由{ $by }于 { $when } 归档
filing-changed_since = 归档后又改过，现在的内容还没有归档。
filing-withdraw = 撤回归档

to_learn-title = 下次可了解
to_learn-note = 不必强求，聊到了再记；问过确实没有的，记「无」。
