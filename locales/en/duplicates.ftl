### Doubtful duplicates: two files that may be of one customer.

duplicates-title = Duplicates
duplicates-count = { NUMBER($count) } { $count ->
    [one] pair
   *[other] pairs
  } to look at
duplicates-empty = No doubtful duplicates
duplicates-empty_text = When a customer is opened or imported whose name, former name, credit code or telephone another one has, the pair is listed here.
duplicates-found = Found { $at }
duplicates-new = Opened later
duplicates-known = Already there
duplicates-same = In common:
duplicates-distinct = Not the same

same-uscc = Same credit code
same-phone = Same telephone
same-name = Same name
same-former_name = Same as a former name
same-email = Same e-mail, similar name
same-birth = Same birthday, similar name
