### The workbench: collect, arrange, look up, analyse.

workbench-title = Workbench
workbench-edge = Workbench · staff only
workbench-lists = Customers to look at
workbench-many = 1,000+
workbench-collect = Collect
workbench-collect_note = Open files for new customers, note every contact.
workbench-this_month = New this month
workbench-stubs = Still a stub
workbench-new = New customer
workbench-arrange = Arrange
workbench-arrange_note = Fill what is missing, clear what is double, go through what is due.
workbench-ownerless = Without owner
workbench-ungraded = Not graded
workbench-plans_due = Plans due
workbench-look_up = Look up
workbench-look_up_note = Lists and views, or Ctrl+K to find at once.
workbench-newest = Changed last
workbench-analyse = Analyse
workbench-analyse_note = Each figure opens the customers behind it.
workbench-more_figures = More figures
