### Lists: views, filters, order, columns.

lists-views = Views
lists-summary = Customer summary
lists-search = Find
lists-narrow = Filter
lists-apply = Apply
lists-clear = Remove filter: { $what }
lists-clear_all = Remove all filters
lists-columns = Columns
lists-apply_columns = Apply columns
lists-move_left = Move { $what } forward
lists-move_right = Move { $what } back
lists-exact = Count exactly
lists-any = Any
lists-everyone = All
lists-me = Mine
lists-blank = Not filled in
lists-somebody = Somebody else
lists-or = { ", " }
lists-days = { $from } to { $to }
lists-days_from = from { $from }
lists-days_to = until { $to }
lists-answers = List by what cards say
lists-answers_go = By what cards say…
lists-answers_intro = Choose a form and write the answers you look for; several must all hold. Up to 5 at a time.
lists-answers_forms = Forms
lists-answers_note = What is empty asks nothing
lists-in_yuan = { $what } (yuan)
lists-from = { $what } from
lists-to = { $what } to
lists-under_hidden = an organization you cannot see
lists-nothing = No customer fits
lists-nothing_text = Remove a filter or two. Cities and provinces must be spelled as in the dossier, for example “杭州市”.

ask-kind = Type
ask-stage = Status
ask-grade = Grade
ask-owner = Owner
ask-department = Department
ask-province = Province
ask-city = City
ask-industry_code = Industry code
ask-under = Belongs to
ask-created = Opened
ask-updated = Changed
ask-created_from = Opened from
ask-created_to = Opened until
ask-updated_from = Changed from
ask-updated_to = Changed until

column-number = No.
column-name = Name
column-code = Customer no.
column-kind = Type
column-stage = Status
column-owner = Owner
column-department = Department
column-how_met = How we met
column-person = Main contact
column-person_title = Contact’s position
column-person_phone = Contact’s phone
column-files = Departments with files
column-place = Full address
column-created = Opened
column-updated = Last changed

field-province = Province
field-city = City
field-district = District
field-industry_code = Industry code

summary-number = No.
summary-name = Company
summary-person = Contact
summary-person_title = Position
summary-person_phone = Phone
summary-place = Address
summary-industry = Industry
summary-kind = Type
summary-grade = Grade

view-save = Save as view
view-save_go = Save view
view-name = Name of the view
view-name_sample = For example: Hangzhou, grade A
view-share = Colleagues may use it (each sees only his own part)
view-change = View
view-rename = Rename
view-delete = Delete this view

neighbours-nav = Neighbours in the list
neighbours-earlier = Previous
neighbours-later = Next
neighbours-list = Back to the list

analysis-title = Analysis
analysis-of = { $what }: analysis
analysis-total = { $count ->
    [one] 1 customer
   *[other] { $count } customers
  }
analysis-rest = All others
analysis-opened = Opened by month
