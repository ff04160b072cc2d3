### 纸样：表卡按文件原样画成 A4 页，供打印。

paper-looks = 看法
paper-screen = 屏幕
paper-paper = 纸样
paper-of = 「{ $form }」纸样
paper-print = 打印
paper-print_keys = 按 Ctrl+P 打印
paper-blank_print = 打印空白表
paper-blank_title = 空白表
paper-customer = 客户
paper-code = 编号
paper-opened = 建档日期
paper-colon = ：
paper-masked = 敏感，未印
paper-enclosed = 附件
paper-rows_cut = 只印最近 { $count } 次，更早的见系统。
paper-inner = 内部 · 不得交客户
paper-by = { $reader } { $when } 打印
paper-card = 编号 { $code } · { $form } 第 { $version } 版 · 第 { $revision } 次修订
paper-blank = { $form } 第 { $version } 版 · 空白表
paper-pdf = 下载 PDF
