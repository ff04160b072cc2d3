### Customers: the list, the stub, the page of one.

customers-title = Customers
customers-edge = List of customers · staff only
customers-order = Last changed first
customers-count = { $count } in all, last changed first
customers-count_capped = More than 1,000, last changed first
customers-found = “{ $q }”: { $count } found
customers-found_capped = “{ $q }” is too common; the first { $count } are shown, please type more
customers-all = All customers
customers-name = Customer
customers-code = Code
customers-stage = Stage
customers-owner = Owner
customers-department = Department
customers-how_met = How met
customers-mobile = Mobile
customers-uscc = Unified social credit code
customers-class = Secrecy
customers-created = Opened
customers-updated = Last changed
customers-nobody = Nobody
customers-pager = Pages
customers-on_page = { $count } on this page
customers-first = First page
customers-next = Next page
customers-empty = No customers yet
customers-empty_text = Open a stub for every new customer you meet: a name and how you met are enough. It takes seconds.
customers-open_first = Open the first one
customers-not_found = Nothing found for “{ $q }”
customers-not_found_text = Try pinyin initials, the last four digits of a phone number, or fewer words.

stage-proposed = Stub

kind-organization = Organization
kind-individual = Individual

customer_new-title = New customer
customer_new-edge = New customer · internal by default
customer_new-part = Enough for now
customer_new-note = The rest is filled in as you get to know them
customer_new-kind = Kind
customer_new-how_met_sample = Such as: introduced by a customer, a fair, a phone call
customer_new-mobile_help = 11 digits; +86 and blanks are fine
customer_new-uscc_help = 18 characters as on the business licence; not for individuals
customer_new-save = Open the customer

customer-facts = Facts
customer-edge = { $code } · read by { $reader }
customer-met = How met: { $how_met }
customer-unanswered = Not answered

palette-none = Nothing found. Try pinyin initials or the last four digits of a phone number
