### Changes: events behind guarded fields, and events by themselves.

changes-title = Changes
changes-empty = No change is recorded yet. Whenever name, legal representative, registered capital or the like is altered, it is kept here with its effective date and proof.
changes-add = Record a change
changes-add_note = Equity, litigation, a stop of production and other major events; fields are changed under Edit
changes-save = Record the change
changes-part_note = Needed when name, legal representative, registered capital, address, business scope or uscc changes
changes-card_note = Needed when a guarded answer changes (company name, representative, capital and the like)
changes-nature = Nature
changes-effective_on = Effective date
changes-effective_on_help = May be left out when correcting an error of entry
changes-ahead_help = May lie ahead, for a hearing or an announced stop
changes-proof = Proof
changes-proof_sample = For instance: notice of registration no. 118/2026
changes-note = Explanation
changes-kind = Event
changes-what = What changed
changes-by = Recorded
changes-planned = Announced
changes-on_card = Answer on a card

nature-event = Something changed
nature-correction = Error of entry
nature-import = Came with an import

change-name = Change of name
change-legal_representative = New legal representative
change-capital = Change of registered capital
change-address = Change of address
change-scope = Change of business scope
change-licence = Change of licence
change-equity = Change of equity
change-litigation = Litigation
change-suspension = Stop of production
change-other = Other major event
