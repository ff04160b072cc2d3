### Lists as files and on paper.

export-export = Export
export-as_xlsx = Excel workbook (.xlsx)
export-as_csv = CSV file (.csv)
export-as_vcf = Address book (.vcf)
export-print = Print
export-print_list = Print this list
export-print_cards = Print cards
export-print_now = Print
export-print_note = Ctrl+P (⌘P on a Mac) prints too; choose A4 landscape.
export-print_more = Only the first { NUMBER($max) } are printed here and there are more; narrow the list and print in parts, or export it to a file.
export-printed = { $count ->
    [one] { NUMBER($count) } customer
   *[other] { NUMBER($count) } customers
}
export-condition = { $label }: { $value }
export-foot = { $company } · Printed by { $reader } · { $at }
