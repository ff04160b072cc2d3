### 列表：视图、筛选、排序、栏目。

lists-views = 视图
lists-summary = 客户归类汇总表
lists-search = 查找
lists-narrow = 条件
lists-apply = 按条件列出
lists-clear = 去掉条件：{ $what }
lists-clear_all = 去掉全部条件
lists-columns = 栏目
lists-apply_columns = 按所选栏目列出
lists-move_left = { $what }往前移
lists-move_right = { $what }往后移
lists-exact = 数准
lists-any = 不限
lists-everyone = 全部
lists-me = 我的
lists-blank = 未填
lists-somebody = 其他人
lists-or = 、
lists-days = { $from } 至 { $to }
lists-days_from = { $from } 起
lists-days_to = 到 { $to } 为止
lists-nothing = 没有符合条件的客户
lists-nothing_text = 请去掉一两个条件再看；城市、省份要照档案里写的，例如「杭州市」。

ask-kind = 客户类型
ask-stage = 状态
ask-grade = 客户等级
ask-owner = 负责人
ask-department = 部门
ask-province = 省份
ask-city = 城市
ask-industry_code = 行业代码
ask-created = 建档
ask-updated = 更改
ask-created_from = 建档 从
ask-created_to = 建档 到
ask-updated_from = 更改 从
ask-updated_to = 更改 到

column-number = 序号
column-name = 客户名称
column-code = 客户编号
column-kind = 客户类型
column-stage = 状态
column-owner = 负责人
column-department = 部门
column-how_met = 如何认识
column-person = 主要联系人
column-person_title = 联系人职务
column-person_phone = 联系人电话
column-place = 完整地址
column-created = 建档时间
column-updated = 最近更改

field-province = 省份
field-city = 城市
field-district = 区县
field-industry_code = 行业代码

summary-number = 序号
summary-name = 公司名称
summary-person = 联系人
summary-person_title = 职务
summary-person_phone = 联系方式
summary-place = 公司地址
summary-industry = 所属行业
summary-kind = 客户类型
summary-grade = 客户等级

view-save = 存为视图
view-save_go = 保存视图
view-name = 视图名称
view-name_sample = 例如：杭州 A 级客户
view-share = 同事也能用（各人只看到自己能看的客户）
view-change = 视图
view-rename = 改名
view-delete = 删除这个视图

neighbours-nav = 列表中的前后
neighbours-earlier = 前一位
neighbours-later = 后一位
neighbours-list = 回到列表
