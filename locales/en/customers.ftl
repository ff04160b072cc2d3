### Customers: the list, the stub, the page of one.

customers-title = Customers
customers-edge = List of customers · staff only
customers-count = { NUMBER($count) } in all
customers-count_capped = More than 1,000
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
stage-potential = Potential
stage-prospect = Prospect
stage-active = Customer
stage-lost = Lost

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

field-mobile = Mobile
field-phone = Telephone
field-fax = Fax
field-email = E-mail
field-wechat = WeChat
field-address = Address
field-postcode = Postcode
field-employer = Employer
field-hobbies = Hobbies
field-occupation = Occupation
field-sex = Sex
field-birth = Date of birth
field-short_name = Short name
field-uscc = Unified social credit code
field-legal_representative = Legal representative
field-contact = Contact
field-nature = Kind of enterprise
field-industry = Industry
field-grade = Grade
field-note = Note

sex-male = Male
sex-female = Female
customer-persons = Persons
person-relation = Relation
person-name = Name
person-title = Title
person-phone = Telephone
person-mobile = Mobile
person-contact = Contact
rank-1 = First decision-maker · { $weight }%
rank-2 = Second decision-maker · { $weight }%
rank-3 = Third decision-maker · { $weight }%
rank-4 = Fourth decision-maker · { $weight }%

field-registered_capital = Registered capital
field-business_scope = Business scope

party-supplier = Supplier
party-dealer = Dealer
party-consumer = Consumer
party-key_account = Key account
party-brand = Brand customer
party-lawyer = Special · lawyer
party-financial_adviser = Special · financial adviser
party-advertising = Special · advertising
party-public_relations = Special · public relations
party-bank = Special · bank
party-insurance = Special · insurance
party-financing = Special · financing

customer-edit = Edit
customer-out = Export
customer-out_pdf = Whole dossier, PDF
customer-out_json = Whole dossier, JSON
customer-out_vcard = Business card, vCard
customer_edit-title = Edit the customer
customer_edit-save = Save
customer_edit-stale = What you typed still stands below; save again and yours will count.
customer_edit-stale_look = See what was changed
customer_edit-head = Name and stage
customer_edit-head_note = A name given up is kept as a former name
customer_edit-types = Customer types
customer_edit-stage_reason = Why the stage changes
customer_edit-stage_reason_help = Must be given when a customer is lost
customer_edit-standard = Standard company file
customer_edit-person = Personal details
customer_edit-reach = Ways to reach them
customer_edit-capital_help = Number and unit, such as 500万元 or 300万美元
customer_edit-whose = Whose it is
customer_edit-whose_note = Head of department, information department and general manager may change it

stages-title = Changes of stage
stages-at = When
stages-was = Before
stages-became = After
stages-reason = Reason
stages-by = By

customer_new-anyway = Not the same: open it anyway
customer_new-open_known = Open it

customers-co_owners = Co-owners
customer-co_owners = With { $names }
