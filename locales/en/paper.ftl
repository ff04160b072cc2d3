### Paper: a card drawn as the A4 page of its document, to be printed.

paper-looks = Ways of looking
paper-screen = Screen
paper-paper = Paper
paper-of = “{ $form }” on paper
paper-print = Print
paper-print_keys = Press Ctrl+P to print
paper-blank_print = Print a blank form
paper-blank_title = Blank form
paper-customer = Customer
paper-code = No.
paper-opened = Opened on
paper-colon = {":"}
paper-masked = Sensitive, not printed
paper-enclosed = Enclosed
paper-rows_cut = Only the newest { $count } entries are printed; earlier ones are in the system.
paper-inner = Internal · not for the customer
paper-by = Printed by { $reader } { $when }
paper-card = No. { $code } · { $form } version { $version } · revision { $revision }
paper-blank = { $form } version { $version } · blank
paper-pdf = Download PDF
