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
list-limit_wrong = The number of rows must be between 1 and { $max }

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

staff-invalid = This password will not do
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
