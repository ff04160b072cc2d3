### 回收站：删除的客户，可以恢复。

bin-title = 回收站
bin-note = 删除的客户在这里保留 { $days } 天，随时可以恢复；客户编号一直保留，不会另给别人。
bin-empty = 回收站是空的
bin-deleted = 已删除的客户
bin-days_left = { $days ->
    [0] 保留期已满，待鉴定
   *[other] 还剩 { $days } 天
  }
bin-who = { $name } 于 { $at } 删除
bin-because = 原因：{ $reason }
bin-reason = 删除原因
bin-reason_sample = 例如：重复建立、客户要求删除
bin-restore = 恢复
bin-delete = 删除
bin-delete_title = 删除客户「{ $name }」
bin-delete_note = 删除后在列表、查找、人数和接口里都不再出现，可以在回收站恢复
