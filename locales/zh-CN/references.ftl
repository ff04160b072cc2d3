### 参考资料：挂在表样上、有版本的文字（D12-1）。

references-title = 参考资料：{ $form }
references-nth = 第 { $n } 版
references-shipped = 随程序附带
references-editions = 各版
references-older = 您看的是旧版，现行的是
references-edit = 修改参考资料
references-write = 写参考资料
references-open = 参考资料
references-text = 正文（Markdown）
references-help = # 起头是标题，1. 或 - 起头是条目，**两对星号**之间加重，| 隔开的是表格；网页代码原样显示，不起作用。发布后各版都留着。
references-publish = 发布第 { $n } 版
references-edge = 参考资料　{ $reader }
