### What is found in a filled form: the dot of a code is a hyphen here, form.required is form-required. $label names the field.

form-answer_not_applicable = "{ $label }" is not asked now, "{ $depends_on }" comes first; please clear it
form-bank_account_character = An account number has no "{ $character }", only digits
form-bank_account_check = The check digit of the account number is wrong; compare it with the card digit by digit
form-bank_account_length = An account number has 8 to 30 digits, this one has { $got }
form-computed_typed = "{ $label }" is computed and not filled in
form-control_character = "{ $label }" has an invisible control character ({ $character }); type it again instead of pasting
form-date_no_such_day = There is no day "{ $got }"
form-date_not_whole = "{ $label }" needs year, month and day; "{ $got }" was given
form-date_shape = "{ $got }" is no date; write 1985-03-15, 1985-03, 1985 or a lunar date
form-date_short_year = Write the year of "{ $got }" with four digits
form-date_too_early = "{ $label }" cannot be before { $bound ->
    [opened_on] the card was opened, { $limit }
    [today] today ({ $limit })
   *[other] { $limit }
  }
form-date_too_late = "{ $label }" cannot be after { $bound ->
    [opened_on] the card was opened, { $limit }
    [today] today ({ $limit })
   *[other] { $limit }
  }
form-date_year_range = The year of "{ $got }" cannot be right
form-detail_missing = "{ $label }" says yes; write down what it is
form-email_shape = "{ $got }" is no mail address; it looks like name@example.com
form-expected = "{ $label }" is not filled in{ $none ->
    [no] { "" }
   *[yes] ; choose "none" if there is none
  }
form-field_retired = "{ $label }" is no longer asked; please clear it
form-field_unknown = This form has no such field
form-file_name_missing = A file of "{ $label }" has no name
form-grade_missing = The degree of "{ $option }" is not chosen
form-id_number_birth = The birth date in the identity number is wrong
form-id_number_character = An identity number has no "{ $character }"
form-id_number_check = The check digit of the identity number is wrong; compare it digit by digit
form-id_number_future = The birth date { $born } in the identity number lies in the future
form-id_number_length = An identity number has 18 characters, this one has { $got }
form-id_number_region = The region code of the identity number is wrong
form-json_shape = The content should be a JSON object with the keys of the fields
form-link_shape = The id "{ $got }" of "{ $label }" is wrong
form-money_currency = "{ $got }" is not in renminbi; convert it to yuan
form-money_currency_apart = Leave the currency out of "{ $got }": "{ $label }" takes amount and unit, the currency has a field of its own
form-money_shape = "{ $got }" is no amount; write a number such as 298 or 298.50
form-money_too_fine = "{ $got }" is finer than a fen
form-money_unit_missing = "{ $got }" has no unit; write yuan, 10,000 yuan or 100 million yuan (元, 万元, 亿元)
form-name_missing = "{ $label }" needs a name
form-none_and_value = "{ $label }" cannot be "none" and have an answer
form-none_not_allowed = "{ $label }" cannot be "none"
form-number_shape = "{ $got }" is no number; "{ $label }" takes a number
form-number_too_fine = "{ $label }" has at most { $places } decimals
form-number_too_large = "{ $label }" is at most { $max }, { $got } was given
form-number_too_small = "{ $label }" is at least { $min }, { $got } was given
form-number_unit_mistaken = { $got } looks like { $unit ->
    [m] metres
   *[other] { $unit }
  }; should "{ $label }" be { $suggest }?
form-one_only = "{ $label }" takes one answer, { $count } were given
form-option_unknown = "{ $label }" has no option "{ $got }"; choose one of the list
form-other_not_ticked = "{ $got }" is written; tick "other" as well
form-other_text_missing = "Other" is ticked; write down what it is
form-phone_character = A telephone number has no "{ $character }"
form-phone_digits = The telephone number has { $digits } digits, which is not right; a landline needs its area code
form-phone_mobile_digits = A mobile number has 11 digits, this one has { $digits }
form-photo_consent = A photo is kept only with the customer's consent; tick it first
form-photo_not_ticked = In "{ $label }", "{ $option }" is not ticked and cannot have a photo; tick it, or take the photo off
form-place_not_ticked = In "{ $label }", "{ $option }" is not ticked and cannot have a place; tick it, or take the place off
form-postcode_digits = A postcode has 6 digits, "{ $got }" was given
form-required = Please fill in "{ $label }"
form-row_id = A row of "{ $label }" has a wrong id; reload the page
form-row_twice = A row of "{ $label }" was sent twice; reload the page
form-scale_step = "{ $label }" goes from { $min } to { $max }, "{ $got }" was given
form-signature_first = "{ $depends_on }" must be signed before "{ $label }" is filled in
form-signature_missing = "{ $label }" is missing; the card cannot be filed
form-signature_wrong_post = Whoever signs "{ $label }" must hold the post "{ $post }"
form-text_too_long = "{ $label }" is too long: at most { $max } characters, now { $length }
form-time_shape = "{ $got }" is no time; it looks like 14:30
form-too_few_rows = "{ $label }" needs at least { $min } rows
form-too_many_files = "{ $label }" takes at most { $max } files
form-too_many_rows = "{ $label }" takes at most { $max } rows
form-too_many_ticked = At most { $max } of "{ $label }" can be ticked
form-unknown_typed = Leave it empty if you do not know: "unknown" does not count; choose "none" if there is none
form-url_host = "{ $got }" has no host; it looks like www.example.com
form-url_scheme = "{ $got }" is no web address; it starts with http:// or https://
form-uscc_character = A credit code has no "{ $character }"; compare it with the licence
form-uscc_check = The check character of the credit code is wrong; compare it with the licence
form-uscc_length = A credit code has 18 characters, the last one a check character; this one has { $got }
form-uscc_phone = { $got } is a telephone number; "{ $label }" takes the unified social credit code of 18 characters
form-value_shape = The content of "{ $label }" has not the shape of this field; see the JSON Schema of the form
form-value_twice = "{ $label }" is the same as in another row
form-weekday_unknown = There is no weekday "{ $got }"
form-window_end_before_start = The end of "{ $label }" must be after its start
form-window_open = "{ $label }" needs both a start and an end

card-rows_apart = "{ $label }" is kept row by row; add a row instead of saving it with the card

post-beauty_consultant = Beauty consultant
post-beautician = Beautician
post-expert = Expert
card-file_unknown = The file under "{ $label }" is not in this customer’s dossier; please upload it again
card-link_unknown = There is no customer "{ $got }": check the code, or write the name alone
card-link_self = This is the customer itself: write the code of another
card-file_no_photo = "{ $label }" takes a photo; please use "Take a photo"

card-change_missing = "{ $label }" is a major fact: give effective date and proof under Changes below, or mark it as an error of entry with its proof
