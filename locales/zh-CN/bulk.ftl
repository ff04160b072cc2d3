### 批量修改：勾选的客户一起改。

bulk-pick = 选择{ $name }
bulk-pick_all = 全选本页
bulk-hint = 勾选客户后一起修改
bulk-picked = 已选 { $count } 位
bulk-open = 批量修改
bulk-none = 取消选择
bulk-title = 批量修改
bulk-what = 改什么
bulk-what_note = 没选的栏目保持原样
bulk-whom = 改哪几位
bulk-keep = 不变
bulk-go = 修改这些客户
bulk-told = 批量修改结果
bulk-told_changed = 改了 { $changed } 位，本来就是这样的 { $same } 位，没有改成的 { $refused } 位。
bulk-refused = 没有改成的
bulk-why = 原因
bulk-unknown = 您不能查阅的一位
