### 导出和打印：列表成文件、上纸。

export-export = 导出
export-as_xlsx = Excel 表格（.xlsx）
export-as_csv = CSV 文件（.csv）
export-as_vcf = 通讯录名片（.vcf）
export-print = 打印
export-print_list = 打印这个列表
export-print_cards = 打印表卡
export-print_now = 打印
export-print_note = 也可以按 Ctrl+P（苹果电脑按 ⌘P），纸张选 A4 横向。
export-print_more = 这里只印前 { NUMBER($max) } 位，后面还有；请加条件分开印，或导出成文件。
export-printed = 共印 { NUMBER($count) } 位
export-condition = { $label }：{ $value }
export-foot = { $company } · 打印人：{ $reader } · { $at }
