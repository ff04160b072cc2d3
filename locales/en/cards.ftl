### Cards: filled forms, their revisions, signatures and running records.

cards-numeral = { $n }
cards-contents = Contents
cards-wrong = { $count } to fix
cards-to_fix = { $count ->
    [one] 1 answer to fix
   *[other] { $count } answers to fix
  }
cards-none = None
cards-unanswered = Not asked
cards-link = Customer code
cards-masked = Sensitive, shown to those in charge only
cards-yuan = yuan
cards-year = year
cards-month = month
cards-day = day
cards-lunar = lunar
cards-leap = leap
cards-from = from
cards-until = until
cards-to = to
cards-province = Province
cards-city = City
cards-district = District
cards-detail = Street and number
cards-other = Other:
cards-grade_only = Severity only
cards-spots_only = Problems without a list of causes
cards-places = Places
cards-places_note = Press the map or the names; right and left are the guest's own
cards-spot_photo = Photo
cards-map_right = R
cards-map_left = L
cards-map_front = Front
cards-map_behind = Back view
cards-grade_open = no severity yet
cards-ticked = Ticked
cards-clear = Empty this list
cards-refresh = Update the form
cards-row_acts = Actions
cards-row_add = Add a row
cards-row_drop = Remove this row
cards-copy = Copy { $count ->
    [one] this line
   *[other] these { $count } lines
  }
cards-copied = Copied
cards-copy_note = A click on the text selects all of it, to be copied by hand.
cards-copy_and = {" and "}
cards-copy_line = { $label }: { $value }
cards-origin = Where it comes from
cards-known = Known
cards-next_unknown = Ask next:
cards-all_known = All that is asked is known
cards-sign_waiting = Waiting
cards-sign_here = Sign here by hand
cards-sign_void = Signature void
cards-sign_void_since = what was signed changed on { $when }
cards-sign_again = Sign again

cards-title = Cards
cards-empty = No cards yet. Open one and choose its form.
cards-open = Open a card
cards-blank = Blank
cards-revision = Revision { $n }
cards-edit = Change
cards-history = Revisions
cards-beside = Notes
cards-save = Save as revision { $n }
cards-stale = What you typed is still below: saving again, after a look at the other change, keeps yours.
cards-stale_look = See what changed
cards-how = How learned
cards-fileable = Ready to be filed
cards-not_fileable = Not ready to be filed: something is missing or unsigned
cards-masked_note = Health, income and the like are shown to those in charge only, and repeated nowhere.
cards-sensitive_note = Health, income and photos are sensitive: optional, with separate consent, to be seen and erased on request.
cards-origin_line = noted by { $by }, { $when }
cards-origin_how = noted by { $by }, { $when }, { $how }
cards-sign_first = This part can be filled in once "{ $label }" is signed.
cards-signer = Name of the signer
cards-sign_as = { $name } signs with the account signed in
cards-sign_save = Confirm the signature
cards-sign_clear = Wipe and start again
cards-sign_empty = Nothing is written yet; sign by hand in the box above
cards-sign_script = Signing by hand needs scripts; please allow them for this site
cards-sign_covers = What the signature covers
cards-row_new = Add an entry
cards-row_save = Save this entry
cards-row_nth = No. { $n }
cards-row_correct = Correct this entry
cards-row_correct_note = A correction is an entry of its own; the old one stays, struck through.
cards-row_corrected = Corrected
cards-row_corrects = Corrects no. { $n }
cards-row_corrects_earlier = Corrects an earlier entry
cards-rows_none = No entries yet
cards-rows_so_far = { $count ->
    [0] no entries yet
    [one] 1 entry so far
   *[other] { $count } entries so far
  }
cards-rows_on_page = { $count ->
    [one] 1 entry on this page
   *[other] { $count } entries on this page
  }
cards-states = Revisions
cards-state = Revision
cards-earlier = From
cards-later = To
cards-compare = Compare these two
cards-changes = What changed
cards-answer = Answer
cards-no_change = Nothing changed between these two
cards-sealed = sensitive, not repeated here
cards-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
  }

card_status-open = Being filled in
card_status-unsigned = Unsigned
card_status-signed = Signed

learned-told = told in person
learned-visit = on a visit
learned-call = by phone or message
learned-document = from a document
learned-observed = seen by ourselves
learned-hearsay = from somebody else
cards-file_pick = Choose a file
cards-file_send = Upload
cards-file_sending = Uploading…
cards-file_failed = Not uploaded: the network is down or the server did not answer. Please choose it again
cards-file_large = The file has more than { $limit } MB; please make it smaller
cards-file_drop = Take off
cards-photo_consent = The person agrees to the photo
cards-photo_first = Please ask for consent and tick “The person agrees to the photo” first
cards-photo_take = Take a photo
cards-photo_pick = Choose a photo
cards-photo_together = Both are on it, use it here
cards-photo_look = Look at it
cards-photo_angle = Angle
cards-photo_on = Taken on

cards-part_picked = ticks
cards-part_other = other
cards-part_grades = degree
cards-part_places = places
cards-part_photos = photo

comparison-title = Comparison
comparison-none = Nothing to compare yet
comparison-none_why = Fill the card in now and again at the next visit, and the two can be compared
comparison-nothing = Nothing was ticked at these visits
comparison-unseen = not looked at
comparison-clear = none
comparison-ungraded = degree not chosen
comparison-new = new
comparison-worse = worse
comparison-same = unchanged
comparison-better = better
comparison-gone = gone
comparison-before = Before
comparison-after = After
comparison-spots = Places and photos
comparison-earlier = Earlier visits
comparison-newest = Latest visits

filing-title = Filing
filing-file = File it
filing-filed = Filed
filing-by = Revision { $n } filed by { $by } on { $when }
filing-changed_since = Changed since; what stands now is not filed.
filing-withdraw = Take out again

to_learn-title = To find out next time
to_learn-note = Never press: note it when it comes up. What is not there is noted as none.
