### 疑似重复：可能是同一家的两份客户档案。

duplicates-title = 疑似重复
duplicates-count = 待核对 { NUMBER($count) } 对
duplicates-empty = 没有疑似重复的客户
duplicates-empty_text = 新建或导入的客户与已有客户的名称、曾用名、信用代码或电话相同时，会列在这里等候核对。
duplicates-found = { $at } 发现
duplicates-new = 后建立的
duplicates-known = 已有的
duplicates-same = 相同之处：
duplicates-distinct = 不是同一家

same-uscc = 信用代码相同
same-phone = 电话相同
same-name = 名称相同
same-former_name = 与曾用名相同
same-email = 邮箱相同，名称相近
same-birth = 生日相同，姓名相近
