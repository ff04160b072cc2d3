### Sentences of problems: the dot of a code is a hyphen here, customer.name_missing is customer-name_missing.

entry-control_character = Holds an invisible control character; please type it again instead of pasting
entry-too_long = Too long: at most { $max } characters

request-nowhere = There is no such page
request-method = This address does not take this method
request-body_wrong = The body is not valid JSON, or a field has the wrong type
request-body_long = The body is too large: at most { $max } bytes
request-form_wrong = The form cannot be read; please go back and fill it in again
request-query_wrong = A parameter of the address is wrong
request-field_wrong = Wrong type, or an unknown field
request-origin_wrong = This request did not come from a page of this system and was refused. Please start from the page

server-busy = The server is busy; please try again in a few seconds
server-failed = Something unexpected happened and nothing was saved. Please try again; if it persists, tell your administrator the time

list-cursor_wrong = This is no place in the list; please start from the first page
list-question_wrong = This cannot be listed; please change the filter
list-field_unknown = There is no such filter
list-value_unknown = “{ $value }” is not known here; please choose one of those listed
list-answers_many = Ask for at most { $max } answers at once: take some away
list-answer_unknown = No form has this field or this option: choose from 'List by what cards say'
list-answer_twice = One field cannot be asked by values and by limits at once: keep one
list-answer_number = Write a number here, such as 500 or 12.5
list-answer_date = Write a date here, such as 2026, 2026-01 or 2026-01-31
list-under_wrong = The organization is not right: come in by 'List all below' on its page
list-values_many = A filter takes { $max } values at most
list-day_wrong = Not a date; write it like 2026-01-31
list-days_crossed = The last day is before the first; please swap them
list-sort_unknown = The list cannot be sorted by this
list-column_unknown = There is no such column
list-limit_wrong = The number of rows must be between 1 and { $max }
export-not_allowed = Your role may not export or print lists of customers or whole dossiers; please ask a head, a steward or the general manager
export-not_this = You cannot take this customer out: neither what named persons alone may see nor what is not in your charge leaves the house
export-vcard_wrong = The version of a business card is 3.0 or 4.0
export-format_wrong = The format is xlsx, csv or vcf
export-search = What a search finds is neither exported nor printed; please list it by a filter
export-too_many_rows = A sheet of Excel holds 1,048,575 customers at most; please narrow the list, or use CSV
export-nobody = There is no account to export with; name one with --as: a head, a steward or a general manager
print-nobody = There is no account in whose name it could be printed; name one that may read the card with --as, an information department account for example
print-part_unknown = This card has no part { $part }; those that can be printed alone are { $known }
print_run-too_many = At most { NUMBER($max) } customers are printed at a time; narrow the list or tick some of them
print_run-nothing = None of these customers has a card of { $form } to print
print_run-not_found = There is no such print: you did not begin it, or it was deleted after an hour; print it again
print_run-stopped = The print was stopped and nothing was handed out
print-language_unknown = There is no such language: { $lang }; this form has { $known }
export-unwritable = This file cannot be written; please see whether its folder is there and may be written to

session-missing = Please sign in first
session-wrong = Wrong user name or password. { $left ->
    [0] Please wait 15 minutes.
   *[other] After { $left } more you have to wait 15 minutes.
  }
session-blocked = Too many wrong tries; wait { $minutes } minutes, or ask your administrator for a new password
session-not_found = No such device; it may have signed out already

setup-link_dead = This link was used or has run out; run kedang init on the server again
setup-done = The company is set up already
setup-invalid = Some things need to be changed, see the red lines below
setup-company_missing = Please give the company's name

staff-invalid = Not stored; something needs mending
staff-not_found = No such user
staff-name_missing = Please give a name
staff-login_missing = Please give a user name
staff-login_blank = A user name has no blanks
staff-login_taken = The user name { $login } is taken
staff-password_short = A password has at least { $min } characters
staff-look_unknown = No such look; please choose on the page

customer-invalid = Not yet: some things need to be changed, see the red lines below
customer-not_found = No such customer, or not for you to read
customer-create_forbidden = Your post does not open customers; ask sales or the information department
customer-name_missing = Please give the customer's name
customer-kind_missing = Please choose organization or individual
customer-how_met_missing = Please say how you met, such as: introduced by a customer
customer-mobile_wrong = A mobile number has 11 digits and begins with 13 to 19; this has { $digits } digits
customer-uscc_length = A unified social credit code has 18 characters; this has { $found }
customer-uscc_character = “{ $character }” is in no unified social credit code; compare it with the business licence
customer-uscc_check = The check character does not fit; compare it with the business licence, character by character
customer-sex_wrong = Sex is male or female
customer-grade_wrong = Grades are A, B, C and D
customer-birth_wrong = This date cannot be read; write 1985-03-15 and leave out what is unknown
customer-birth_future = The date of birth lies in the future
customer-postcode_wrong = A postcode has 6 digits
customer-email_wrong = This is no e-mail address, such as name@company.cn

import-nobody = There is no account to import with; name one with --as, of sales or the information department
import-name_column_missing = Row 1 has no column 客户名称; please check the header row
import-persons_columns_missing = Row 1 needs the columns 客户编号, 角色 and 姓名; please check the header row
import-column_unknown = The column “{ $header }” is not known; its cells are kept as notes
import-column_twice = The column “{ $header }” stands twice; the second is kept as a note
import-column_guessed = The column “{ $header }” was recognised by a similar name: please check
import-value_mended = “{ $value }” was entered as “{ $kept }”: please check
import-date_without_year = “{ $value }” has no year: only month and day were entered
import-date_lunar = “{ $value }” is a date of the lunar calendar that is not whole: it was not converted and went into the note as it is
import-date_from_lunar = “{ $value }” is a date of the lunar calendar and was entered as { $kept }: please check
import-date_no_lunar_day = “{ $value }”: that lunar month does not have this day (a short one has no 三十); it went into the note as it is
import-date_no_leap_month = “{ $value }”: that year does not have this leap month; it went into the note as it is
import-date_other_year = “{ $value }”: the year and its name of the sixty years do not agree; it went into the note as it is
import-digits_lost = The last digits of “{ $value }” were dropped by the spreadsheet: it went into the note as it is; please format the column as text and export it again
import-numbers_several = “{ $value }” holds more than one number: the first mobile number was entered, the others as phone or in the note, please check
import-owner_unknown = There is nobody called “{ $value }” who may hold customers; the owner went into the note (told once)
import-author_unknown = There is nobody called “{ $value }” on the staff; who opened it went into the note (told once)
import-class_beyond = The class “{ $value }” is beyond whoever imports; the highest class within reach was set and the word went into the note (told once)
import-name_traditional = “{ $value }” holds traditional characters and was entered as it is: please correct it if that was not meant
import-value_unread = “{ $value }” cannot be read and is kept as a note
import-duplicate_of = The same as customer { $code }; not opened again
import-duplicate_maybe = May be the same as customer { $code }; opened, please look at it among the doubtful duplicates
import-code_missing = The customer code is missing
import-person_name_missing = The name is missing
import-role_missing = The role is missing, such as 一号主管 or 家庭:父亲
import-customer_unknown = There is no customer with the code { $code }; import the customers first
import-rank_taken = Another person holds rank { $rank } already; each rank is held once
import-empty = The file is empty; at least a header row is needed
import-not_text = This is no table; save it as an Excel workbook (.xlsx) and try again
import-too_large = The file has { $found } bytes, at most { $max }; please split it
import-bad_character = Row { $row } holds a character that { $encoding } does not have; choose another encoding, or save the file as .xlsx and try again
import-unknown_encoding = The encoding “{ $asked }” is not known; choose UTF-8, GB18030, UTF-16LE, UTF-16BE or Big5
import-other_kind = { $what ->
    [image] This is a picture, not a table; upload pictures as attachments
    [pdf] This is a PDF, not a table; import the workbook it was made from
    [document] This is a text document, not a table; paste its table into a spreadsheet, save it as .xlsx and try again
    [slides] These are slides, not a table; save the table as .xlsx and try again
    [archive] This is an archive; unpack it and import the tables in it one by one
    [program] This is a program and cannot be imported
    [open_document] This is an OpenDocument spreadsheet; save it as .xlsx and try again
    [binary_workbook] This is a binary workbook (.xlsb); save it as .xlsx and try again
    [ancient_workbook] This workbook is older than Excel 97; save it as .xlsx and try again
    [markup] This is XML or a web archive; open it in a spreadsheet, save it as .xlsx and try again
   *[compound] The file holds no worksheet; open it in a spreadsheet, save it as .xlsx and try again
}
import-encrypted = The file has a password; open it in a spreadsheet, take the password away, save it and try again
import-damaged = The file is cut off or damaged{ $in ->
    [part] {" "}({ $part })
   *[file] {""}
}; open it in a spreadsheet and save it as a new .xlsx, or ask for the file again
import-sheet_damaged = The sheet “{ $sheet }” cannot be read after row { $row }; check it in a spreadsheet, save it as a new .xlsx and try again
import-part_forged = The file contradicts itself ({ $part }) and is not imported for safety; open it in a spreadsheet, save it as a new .xlsx and try again
import-document_type = The file has definitions from outside ({ $part }) and is not imported for safety; open it in a spreadsheet, save it as a new .xlsx and try again
import-part_too_large = The file is too large when unpacked ({ $part }), at most { $max } MB; take away the formats of empty rows and columns, or split it
import-too_many_parts = The file has { $found } parts, at most { $max }; keep only the sheets to import and save it as a new .xlsx
import-too_many_cells = { $in ->
    [sheet] There is too much in the sheet “{ $sheet }”: at row { $row } it is more than can be imported at once; please split it
   *[file] There is too much in it: at row { $row } it is more than can be imported at once; please split it
}
import-too_many_columns = { $in ->
    [sheet] Row { $row } of the sheet “{ $sheet }” has more than { $max } columns; take columns away
   *[file] Row { $row } has more than { $max } columns; check the delimiter, or take columns away
}
import-cell_too_long = { $in ->
    [sheet] Sheet “{ $sheet }”, row { $row }, column { $column } is longer than { $max } KB; please shorten it
   *[file] Row { $row }, column { $column } is longer than { $max } KB; probably a quotation mark lacks its twin
}
import-no_header = { $in ->
    [sheet] Row { $row } of the sheet “{ $sheet }” is empty and cannot be the header; choose another one
   *[file] Row { $row } is empty and cannot be the header; choose another one
}
import-open_card = Card { $card } is not whole: END:VCARD is missing; export it again from the address book
import-unreadable = The file cannot be opened: { $path }

view-invalid = The view cannot be saved yet
view-name_missing = Please give the view a name
view-name_taken = You have a view of this name already; please choose another
view-query_wrong = The filter of the view cannot be read; please choose again in the list
view-not_found = There is no such view; it may have been deleted or is no longer shared
view-forbidden = Your role sees no customers and saves no views
view-share_forbidden = Only stewards, general managers and heads may share views; please save it for yourself
view-too_many = Nobody may have more than { $max } views; please delete some first

customer-edit_forbidden = You may read this customer but not change it; ask its owner or the information department

reference-not_found = This form has no reference, or not this version
reference-publish_forbidden = References are published by the information department; ask them
reference-changed = Somebody has published a newer version since you opened it, so nothing was published. What you wrote is below; look at theirs, and publishing makes yours the next version:
reference-invalid = Not published yet; see below in red
reference-empty = A reference cannot be empty: write the text, then publish
form-not_found = There is no such form
form-class_beyond = This form raises the dossier to class 3 (named readers), which would shut it to you; let the owner of the customer or the general manager open it
form-other_kind = This form is not for this kind of customer: some are for persons, others for organizations

card-invalid = It cannot be saved yet, see what is wrong below
card-not_found = There is no such card, or you may not see it
card-changed = Somebody has just changed this card; reload it first
card-how_unknown = Choose one of the listed ways in which it was learned
card-nothing_graded = Nothing on this card is given a degree, so there is nothing to compare
card-no_such_revision = There is no such revision
card-no_such_rows = This card keeps no rows under that name
card-row_not_found = There is no such row
card-row_corrected = This row has been corrected already; correct the newer one
signature-invalid = The signature was not saved
signature-empty = Nothing is signed yet; write in the frame
signature-too_long = There are too many strokes; clear and sign again
signature-off_the_pad = The strokes leave the frame; clear and sign again
signature-no_such_place = This card has no such place to sign
signature-card_blank = A blank card cannot be signed; fill it in first
signature-there_already = This place is signed already
filing-card_blank = A blank card cannot be filed: fill it in first
filing-incomplete = It cannot be filed yet: see what is missing or unsigned below
filing-there_already = This card is filed already
filing-not_there = This card is not filed
signature-signer_missing = Write the name of who signs
signature-not_for_staff = The customer signs here in person
signature-no_such_staff = There is no such member of staff, or no longer
staff-post_unknown = There is no such post; known are: { $known }
request-version_missing = Read it before changing it, and send the version you read in If-Match

attachment-invalid = This file was not put into the dossier
attachment-not_found = There is no such file, or you may not see it
attachment-name_missing = The file has no name; please rename it and send it again
attachment-photo_consent = A photo needs the person’s consent; please tick “The person agrees”
attachment-photo_elsewhere = This photo already lies in another customer’s dossier. Please check that it is the right person; if it shows both, tick “Together” and send it again
attachment-photo_of_other = This photo already lies in the dossier of { $name } ({ $code }). Please check that it is the right person; if it shows both, tick “Together” and send it again
attachment-in_use = A card or a contact holds this file; please take it off there first
attachment-no_picture = There is no picture of this file; please download it
attachment-purpose_unknown = The purpose can only be document or photo
file-too_large = The file is too large: { $found } MB, at most { $limit } MB. Please send a smaller picture or scan at a lower resolution
file-empty = The file is empty; please choose it again
file-kind_refused = This kind of file is not taken ({ $found }); these are: { $allowed }
file-heic = This is a HEIC photo, which browsers cannot show. On the phone choose Settings › Camera › Formats › Most Compatible and take it again, or convert it to JPG
file-macro = This office file brings macros and is not taken. Please save it as docx, xlsx or pptx without macros
file-program = This is a program and is not taken into a dossier
file-active = This is a web file, which may bring scripts, and is not taken. Please print it to PDF
file-too_many_pixels = The picture has { $width } × { $height } pixels, more than { $limit }; please make it smaller
file-truncated = The picture ({ $found }) breaks off; perhaps it was not sent whole. Please choose it again
file-unreadable = The picture ({ $found }) cannot be opened; perhaps it is damaged. Please take another one
file-missing = The dossier has an entry for this file, but the file is gone; please ask the administrator to look at the backup
file-damaged = The file is damaged; please ask the administrator to look at the backup
file-storage_full = The server’s disk is full and the file was not stored; please ask the administrator

contact-invalid = This contact is not written down yet; a few things need mending
contact-not_found = There is no such contact, or you may not see it
contact-changed = Somebody changed this entry just now; please reload it first
contact-channel_missing = Please choose the way
contact-direction_missing = Please choose whether it came from them or from us
contact-day_missing = Please fill in the day
contact-day_wrong = Please write year, month and day, as 2026-11-25
contact-day_future = The day is not to be after today: what has not happened cannot be written down
contact-summary_missing = Please write what it was about
contact-paper_missing = A letter, fax, mail or order needs a scan or a summary
contact-file_unknown = The scan is not in this customer’s dossier; please upload it again
contact-too_many_files = Too many scans, at most { $max }
contact-name_missing = Please fill in the customer’s name
contact-nobody = There is no file for { $name }. Every contact belongs to one: please open it first, or along with this
contact-several = { $count } customers are called { $name }; please say which one
customer-changed = Somebody else has just changed this customer; your change is not saved yet
customer-edit_invalid = Not saved yet: some entries need another look, see below
customer-assign_forbidden = Owner and department are changed by the head of department, the information department or the general manager, within their own departments
customer-owner_unknown = There is no such member of staff, or they have left or do not look after customers
customer-department_unknown = There is no such department
customer-stage_unknown = Please choose one of the stages
customer-lost_reason_missing = Say why the customer is lost, for instance: went to a competitor, stopped production
customer-types_missing = Please choose at least one customer type
customer-types_unknown = Please choose among the customer types
customer-capital_unit = Write the unit of the registered capital, such as 500万元 or 300万美元
customer-capital_wrong = The registered capital cannot be read; write a number and its unit, such as 500万元

customer-change_missing = { $field ->
    [name] The customer's name
    [legal_representative] The legal representative
    [registered_capital] The registered capital
    [business_scope] The business scope
    [uscc] The unified social credit code
   *[address] The address
  } is a major fact: give effective date and proof under Changes, or mark it as an error of entry with its proof
change-invalid = The change is not complete yet, see below
change-nature_unknown = A change is either an event or an error of entry
change-kind_missing = Please choose what kind of event it was
change-kind_has_field = Please alter the field itself under Edit; the change is then recorded with it
change-day_missing = Please give the effective date, such as 2026-01-31
change-day_wrong = Give the effective date to the day, such as 2026-01-31
change-day_future = The effective date lies in the future: alter the field on that day
change-proof_missing = Please name the proof, such as the registration notice, the licence or a letter
change-note_missing = Please say what happened

customer-duplicates = There are customers that look the same; see first whether it is one of them:
customer-duplicate_of = The { $reason ->
    [uscc] unified social credit code
    [phone] telephone
    [former_name] former name
    [email] e-mail
    [birth] birthday
   *[name] name
  } is the same as of { $code } "{ $name }"
customer-delete_forbidden = Customers are deleted and merged by the head of department, the information department or the general manager, within their own departments
duplicate-forbidden = Doubtful duplicates are looked at by heads of department, the information department and the general manager
duplicate-not_found = There is no such pair; it may be settled already

customer-delete_invalid = Not deleted yet
customer-delete_reason_missing = Please say why it is deleted, for instance: opened twice
customer-not_in_bin = There is no such customer in the recycle bin
import-code_deleted = The customer with the code { $code } is in the recycle bin; restore it first, or give another code

customer-merged = This customer was taken up by { $code } "{ $name }"; please go on there
merge-same = Both are the same file; choose another one
merge-other_kind = A person and an organization cannot be merged
merge-choice_unknown = Choose between the fields of the two files
merge-code_unknown = There is no customer with this code, or you may not merge it
merge-not_found = There is no such merge, or you may not see it
merge-undone = This merge was taken back already
merge-undo_late = The merge is more than 30 days old and cannot be taken back
merge-absorbed_gone = The customer taken up is no longer with this one; take the later merge back first

customer-co_owners_many = At most 20 co-owners

staff-forbidden = The administrator and the security officer look after this; your role cannot do it
staff-changed = Somebody changed this account just now; please reload it first
staff-department_missing = Please choose a department
staff-own_roles = Your own roles and posts are for somebody else to change
staff-own_account = You cannot suspend your own account
staff-last_admin = There must be one administrator in use; please give somebody else the role first
staff-auditor_apart = The auditor cannot be administrator or security officer at the same time
staff-admins_apart = From three people on, administrator and security officer are two persons
staff-suspended_now = The account is suspended; please let it in again first
staff-link_dead = The link was used or has run out; please ask the administrator for another one
department-invalid = The department was not stored
department-name_missing = Please fill in the department’s name
department-name_taken = There is a department of this name in the same place
department-not_found = There is no such department
staff-role_unknown = There is no such role
form_draft-forbidden = Forms are designed by the information department; ask them to change one
form_draft-not_found = There is no such draft; it may have been published or thrown away
form_draft-changed = { $who } has just changed this draft, so this step was not done. Below is how it stands now; please do it again
form_draft-shipped = A form that came with the program is not changed itself; copy it first
form_draft-invalid = This step was not done; see below in red
form_draft-act_unknown = Not a known step; please use the buttons of the page
form_draft-word_missing = Please write something here
form_draft-short_wrong = A short name is 2 to 40 small letters, digits or hyphens, a letter at both ends, such as vip-card
form_draft-short_taken = A form or draft has this short name already; choose another
form_draft-title_taken = A form or draft is called this already; choose another name, so that people can tell them apart
form_draft-field_unknown = The draft has no such field; somebody may just have moved it away
form_draft-field_first = It is the first of its section already; to put it elsewhere use 'Move to'
form_draft-field_last = It is the last of its section already; to put it elsewhere use 'Move to'
form_draft-field_needed = '{ $label }' cannot be retired: { $count } others look at its answer, '{ $other }' among them. Retire those first
form_draft-field_only = A form keeps one field at least
form_draft-field_in_use = This field is in use and need not be brought back
form_draft-fields_many = A form has { $max } fields at most
form_draft-same_section = It stands in this section already; choose another
form_draft-section_unknown = The draft has no such section; somebody may just have moved it away
form_draft-section_first = It is the first section already
form_draft-section_last = It is the last section already
form_draft-section_full = This section still has fields; move them elsewhere or retire them first
form_draft-section_printed = The name of this section stands in a cell of the paper; it cannot go, but it can be renamed
form_draft-kind_unknown = There is no such type; choose one of those listed
form_draft-span_unknown = Choose one of the widths listed
form_draft-option_unknown = One of the options is no longer in the draft; look at it as it stands now, then change it
form_draft-option_needed = 'Other' and options such as 'unknown' or 'not given' of '{ $label }' have to stay
form_draft-options_few = A choice has two options at least, one a line
form_draft-options_many = A choice has { $max } options at most
form_draft-signature_required = '{ $label }' is a signature, and a card is signed after it is saved: it cannot be required, but it can be wanted for filing
form_draft-nothing_done = There is no step to take back
form_draft-unchanged = It says the same as the version in force, so nothing was published. Change something, or throw the draft away
form_draft-overtaken = This form has got version { $n } already. Throw the draft away and begin with that one
form_draft-defective = This does not work; { $count } things are against the rules of forms:
form_draft-f101 = { $label }: cannot be read ({ $detail })
form_draft-f102 = '{ $label }': there is no type '{ $detail }'
form_draft-f103 = '{ $label }': the settings of the type are wrong ({ $detail })
form_draft-f104 = '{ $label }': a key is small letters, digits and underscores ({ $detail })
form_draft-f105 = '{ $label }': the key { $detail } is used twice
form_draft-f106 = '{ $label }': sensitive personal data is never a filter
form_draft-f107 = '{ $label }': its condition names { $detail }, which the form does not have
form_draft-f108 = '{ $label }': its condition uses an option that is gone ({ $detail }). To take the option away, retire first what looks at it
form_draft-f109 = '{ $label }': its condition does not fit the type of that field ({ $detail })
form_draft-f110 = '{ $label }': words are missing
form_draft-f111 = '{ $label }': the words of an option are missing ({ $detail })
form_draft-f112 = '{ $label }': words for nothing ({ $detail })
form_draft-f113 = '{ $label }': has no place in the layout
form_draft-f114 = '{ $label }': has two places in the layout
form_draft-f115 = '{ $label }': the layout names something that is not there ({ $detail })
form_draft-f116 = '{ $label }': is retired and still has a place
form_draft-f117 = '{ $label }': impossible width ({ $detail })
form_draft-f118 = { $label }: the grid on paper does not close ({ $detail })
form_draft-f119 = A line of the document is not on the paper: { $detail }
form_draft-f120 = '{ $label }': the conditions go in a circle, it would never be asked
form_draft-f121 = '{ $label }': the signature covers { $detail }, which is not there
form_draft-f122 = '{ $label }': the columns are wrong ({ $detail })
form_draft-f123 = A check has no sentence ({ $detail })
form_draft-f124 = '{ $label }': there is no layer '{ $detail }'
form_draft-f125 = Name, key or class of the form is wrong ({ $detail })
form_draft-f126 = { $label }: a check says exactly one thing
form_draft-f127 = '{ $label }': waits for the signature '{ $detail }', so it can neither be required nor be covered by it
verify-busy = The database is busy and cannot be checked now; try again later
verify-database_damaged = The database file is damaged: { $about }. Stop using it and restore the latest backup
verify-database_unreadable = The database cannot be read to its end, the check stops here: { $detail }. Stop using it and restore the latest backup
verify-key_nowhere = A record of the database points at one that is not there: { $about }
verify-customer_without_dossier = Customer { $about } has no dossier
verify-dossier_without_customer = Dossier { $about } belongs to no customer
verify-card_without_revision = A card of customer { $about } lacks its current version ({ $id })
verify-card_behind_revision = A card of customer { $about } has a version newer than its current one ({ $id })
verify-customer_unsearched = Customer { $about } is not in the search index
verify-search_count = The search index holds { $about }, there are { $id } customers; the two should be equal
verify-merged_nowhere = Customer { $about } was merged into one that is not there, or still stands in the lists
verify-merged_circle = The merges of customer { $code } lead round in a circle
verify-undo_nowhere = Merge { $about } names a customer that is not there or was not merged
verify-change_without_paper = A change of customer { $about } names a file that is not there ({ $id })
verify-card_unreadable = A version of a card of customer { $code } cannot be read ({ $id })
verify-card_hash = A version of a card of customer { $code } does not fit its fingerprint ({ $id })
verify-card_answers = A version of a card of customer { $code } was altered since it was written ({ $id })
verify-row_unreadable = A row of a card of customer { $code } cannot be read ({ $id })
verify-row_hash = A row of a card of customer { $code } does not fit its fingerprint ({ $id })
verify-row_answers = A row of a card of customer { $code } was altered since it was written ({ $id })
verify-signature_wrong = A signature on a card of customer { $code } does not fit what was signed ({ $id })
verify-audit_changed = The content of audit record { $id } was altered or deleted
verify-paper_without_content = File “{ $name }” of customer { $code } has no content on record ({ $id })
verify-file_missing = The content of file “{ $name }” of customer { $code } is gone ({ $id })
verify-file_damaged = The content of file “{ $name }” of customer { $code } is damaged ({ $id })
verify-file_unreadable = The content of file “{ $name }” of customer { $code } cannot be read; check the disk ({ $id })

request-key_wrong = Idempotency-Key takes 1 to { $max } visible ASCII characters
request-key_no_file = Idempotency-Key is not taken with a file; leave it out and send the file again
request-key_reused = This Idempotency-Key was used for another request; choose a new one
request-key_open = The request with this Idempotency-Key is being done, or was done and its answer was lost; look at the result before sending it again
bulk-nobody = No customer is ticked; please go back to the list and tick some
bulk-many = At most { $max } at a time; please do it in several steps
bulk-nothing = Please choose at least one thing to change
bulk-invalid = Not changed yet; see below in red

branch-invalid = The organization above is not right yet
branch-not_found = Nothing stands above it now
branch-parent_missing = Write the code or the full name of the organization above
branch-parent_unknown = No such organization was found: write its code or its exact full name
branch-parent_unclear = Several are called so: write the code
branch-itself = An organization cannot stand under itself
branch-below = This one stands below it and cannot stand above it: take that one out first
branch-individual = Only organizations stand above and below each other, persons do not
branch-deep = At most 8 levels: put it under one higher up
branch-many = At most 200 right below one: make a level in between first
merge-below = { $survivor } stands below { $absorbed }, which cannot be merged into its own branch: merge the other way round, or take it out first

trust-not_found = This server uses no certificate of its own: there is nothing to trust
backup-forbidden = Backups are for the system administrator
backup-not_kept = This program was not told where backups are kept
backup-not_found = There is no such backup; it may have been removed: see the page of backups
backup-under_way = A backup or check is under way; wait until it is over
backup-last_whole = This is the only complete backup and cannot be removed; take another one first
backup-folder_unreadable = The folder of backups cannot be read or changed: { $detail }; see whether it is there and may be written
backup-broke_off = It did not come about, and nothing half is left; try again, then look at the log
backup-target_taken = { $path } is already there and a backup covers nothing; wait a second, or name another folder
backup-target_is_file = { $path } is a file; name a folder in which the backup is put
backup-unwritable = { $path } cannot be written ({ $detail }); no half backup is left
backup-unreadable = A file cannot be read ({ $detail }); no half backup is left
backup-disk_full = The disk is full and it was not finished; what was written is removed again, please choose a place with room
backup-busy = The database is busy now; try again later
backup-nothing_here = There is no database of Kedang here; name it with --data or --database
backup-schema_older = The database has schema { $found }, this program needs { $known }; run kedang migrate first, or use the former program
backup-schema_newer = The database has schema { $found }, this program knows up to { $known }; use a newer kedang
backup-database_unusable = Reading or writing the database failed: { $detail }; no half is left. Please see whether the disk is full and can be written to
restore-no_manifest = There is no manifest.json in { $path }: it is no whole backup
restore-manifest_unreadable = The backup’s manifest.json cannot be understood and may be damaged; use another backup
restore-format_unknown = The backup has format { $found }, which this program does not know; use a newer kedang
restore-wants_database = This is a backup of PostgreSQL; name an empty database with --database
restore-wants_folder = This is a backup of SQLite; leave --database out and name a new folder with --data
restore-schema_newer = The backup has schema { $found }, this program knows up to { $known }; use a newer kedang
restore-path_outside = The path “{ $path }” in the manifest does not lie in the backup; nothing is restored
restore-data_taken = { $path } is not empty; restoring covers nothing, name a new folder with --data
restore-data_nameless = { $path } cannot be a data folder; name one with --data
restore-database_taken = This database is not empty; restoring covers nothing, make an empty one
restore-file_missing = File { $path } is missing in the backup; nothing is restored, use another backup
restore-file_differs = File { $path } of the backup is not what the manifest says: damaged or changed; nothing is restored, use another backup
restore-digest_differs = What came back differs from what was copied and was not kept (digest { $found }, the manifest has { $wanted }); use another backup
import-not_found = There is no such import, or it is not yours
import-state_wrong = This import is running, finished or taken back and cannot be started
import-there_already = Customer { $code } with this code is there already; left alone as only new ones were asked for
import-not_there = There is no such customer; not opened as only updates were asked for
import-duplicate_merged = The same as customer { $code }; its contents were added there
import-edit_forbidden = You may not change the customer with this code; please have the steward import it
import-sheet_left = Sheet “{ $name }” is neither customers nor persons and was left out; choose what it holds
import-undo_late = More than 7 days have passed; the import can no longer be taken back
import-row_not_found = There is no such row in this import
import-duplicate_row = The same as row { $row } of this file
import-key_several = { $count } customers have this value ({ $codes }), so it is not clear which is meant: change the cell, or match by another column
import-code_taken = number { $code } is another customer's already: change it, or match by customer number
import-contacts_columns_missing = Row { $row } needs customer number or name, date and way: check the heads
import-care_columns_missing = Row { $row } needs customer number or name, and columns of the card: check the heads
import-column_in_summary = Column “{ $header }” is not known; it goes into the text of the contact
import-column_homeless = There is no place for column “{ $header }”, these rows have no note: choose a field or delete the column
import-card_rule = The form does not allow this
import-card_other_kind = “{ $form }” is not for such a customer: the row opens no card, and what those columns say goes into the note
import-staff_unknown = Nobody on the staff is called “{ $value }”; the name goes into the text (told once)
import-customer_unnamed = No customer is called “{ $name }”: import the customers first, or give the number
import-customer_several = { $count } customers are called “{ $name }”: give the number
import-day_unread = “{ $value }” is no whole date, write 2024-03-05
import-channel_unread = Way “{ $value }” is not known: call, wechat, visit, reception, meeting, letter, fax, email or order
import-file_missing = Please choose a file first
move-target_taken = { $path } is not empty; an export covers nothing: name another folder with -o
move-target_is_file = { $path } is a file; name a folder
move-unwritable = { $path } cannot be written ({ $detail }); nothing half done was left
move-disk_full = The disk is full; what was half written has been removed. Choose a place with room
move-broken_off = Broken off as you asked; what was half written has been removed, the data is untouched
move-no_manifest = There is no manifest.json in { $path }: it is not a complete export of everything
move-is_backup = This is a backup, not an export of everything: bring it back with kedang restore
move-manifest_unreadable = manifest.json of the export cannot be read and may be damaged; export again
move-format_unknown = The export has format { $found }, which this program does not know; use a newer kedang
move-schema_newer = The export has schema { $found }, this program knows up to { $known }; use a newer kedang
move-path_outside = The path “{ $path }” in the manifest is not inside the export; nothing was imported
move-file_unlisted = The manifest lacks a line for { $path }; nothing was imported. Export again
move-table_differs = Table { $table } in the manifest is not that of schema { $schema }; nothing was imported. Export again
move-data_taken = { $path } is not empty; everything goes into an empty place only: name a new folder with --data
move-data_nameless = { $path } cannot be a data folder; name one with --data
move-database_taken = This database is not empty; everything goes into an empty one only: create another
move-file_missing = The export lacks the file { $path }; nothing was imported. Export again
move-file_differs = The file { $path } of the export is not what the manifest says: damaged or changed. Nothing was imported; export again
move-line_differs = Line { $line } of { $path } is not what was exported: damaged or changed. Nothing was imported; export again
move-lines_missing = { $path } is missing its lines from { $line } on; nothing was imported. Export again
move-line_cut = Line { $line } of { $path } is incomplete: the file was cut off. Nothing was imported; export again
move-line_unreadable = Line { $line } of { $path } is no JSON object; nothing was imported
move-column_missing = Line { $line } of { $path } lacks “{ $column }”; nothing was imported
move-column_unknown = Line { $line } of { $path } has “{ $column }” too many; nothing was imported
move-value_wrong = “{ $column }” in line { $line } of { $path } is no value for that column; nothing was imported
move-row_refused = Line { $line } of { $path } repeats another or holds what may not be; nothing was imported
move-row_nowhere = Line { $line } of { $path } refers to a row that { $missing } does not have; nothing was imported
move-digest_differs = What came in is not what was exported; nothing was kept (digest { $found }, the manifest says { $wanted }). Export again
