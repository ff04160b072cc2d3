### 隶属与分支：总部、分公司、营业部。

branches-title = 隶属与分支
branches-none = 还没有上级或下级单位。
branches-capped = 下级很多，这里只列出前面的；要看全部请用「列出全部下级」。
branches-all = 列出全部下级
branches-new = 新建下级
branches-will_be = 建好以后是「{ $name }」的下级
branches-put = 设上级单位
branches-move = 改上级单位
branches-lift = 解除隶属
branches-parent = 上级单位
branches-parent_help = 写客户编号（如 KH-00012）或单位全称
branches-save = 保存
