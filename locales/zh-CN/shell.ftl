### 页面框架：导航、页眉、页脚和各页共用的按钮。

shell-product = 客档
shell-seal = 客档
shell-nav = 主导航
shell-skip = 跳到正文
shell-edge = 本页密级
shell-crumbs = 所在位置
shell-find = 名称 / 拼音首字母 / 电话 / 编号
shell-find_label = 查找客户
shell-find_hint = ↑ ↓ 选择，回车打开，Esc 关闭
shell-close = 关闭
shell-new = 新建
shell-cancel = 取消
shell-account = 我的账号
shell-reader = 我
shell-leave = 退出登录
shell-back_home = 回到首页
shell-refused_way_on = 请核对地址，或从首页重新进入。需要查阅权限时，请找档案负责人或信息部。

room-customers = 客户
room-forms = 表样

class-0 = 公开
class-1 = 内部
class-2 = 机密
class-3 = 指定人员

role-sales = 业务员
role-head = 部门主管
role-steward = 信息部
role-archivist = 档案员
role-gm = 总经理
role-auditor = 审计员
role-admin = 系统管理员
role-security = 安全管理员
