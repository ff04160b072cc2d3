### 预览：在列表上看一眼客户。

peek-place = 客户预览
peek-look = 预览：{ $name }
peek-open = 打开档案
peek-close = 关闭预览（Esc）
