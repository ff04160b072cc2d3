### Changing the ticked customers together.

bulk-pick = Select { $name }
bulk-pick_all = Select all on this page
bulk-hint = Tick customers to change them together
bulk-picked = { $count } selected
bulk-open = Change together
bulk-none = Clear selection
bulk-title = Change together
bulk-what = What to change
bulk-what_note = What is not chosen stays as it is
bulk-whom = Whom
bulk-keep = Leave as is
bulk-go = Change these customers
bulk-told = Result
bulk-told_changed = { $changed } changed, { $same } were like that already, { $refused } not changed.
bulk-refused = Not changed
bulk-why = Reason
bulk-unknown = One that you may not see
