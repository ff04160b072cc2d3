### 工作台：收集、整理、查阅、分析。

workbench-title = 工作台
workbench-edge = 工作台　仅限本公司员工
workbench-lists = 要看的客户
workbench-many = 1,000+
workbench-collect = 收集
workbench-collect_note = 新客户建档，往来随手记下。
workbench-this_month = 本月新建
workbench-stubs = 还是户头
workbench-new = 新建客户
workbench-arrange = 整理
workbench-arrange_note = 补齐缺的，清掉重的，到期的看一遍。
workbench-ownerless = 没有负责人
workbench-ungraded = 未定等级
workbench-plans_due = 规划到期
workbench-look_up = 查阅
workbench-look_up_note = 列表、视图，或者按 Ctrl+K 直接找。
workbench-newest = 最近更改
workbench-analyse = 分析
workbench-analyse_note = 点一个数字，就是它背后的客户。
workbench-more_figures = 更多分析
