### The frame of pages: navigation, head, foot and the buttons that all pages share.

shell-product = Kedang
shell-seal = KD
shell-nav = Main navigation
shell-skip = Skip to the content
shell-edge = Secrecy of this page
shell-crumbs = Where you are
shell-find = Name / pinyin initials / phone / code
shell-find_label = Find a customer
shell-find_hint = ↑ ↓ choose, Enter opens, Esc closes
shell-close = Close
shell-new = New
shell-cancel = Cancel
shell-account = My account
shell-reader = Me
shell-leave = Sign out
shell-back_home = Back to the first page
shell-refused_way_on = Please check the address, or start again from the first page. If you need to read a dossier, ask its owner or the information department.

room-customers = Customers
room-forms = Forms

class-0 = Open
class-1 = Internal
class-2 = Secret
class-3 = Named readers

role-sales = Sales
role-head = Head of department
role-steward = Information department
role-archivist = Archivist
role-gm = General manager
role-auditor = Auditor
role-admin = System administrator
role-security = Security administrator
