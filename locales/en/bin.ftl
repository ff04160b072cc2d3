### The recycle bin: deleted customers, which can come back.

bin-title = Recycle bin
bin-note = Deleted customers stay here for { $days } days and can be restored at any time; their codes are never given to others.
bin-empty = The recycle bin is empty
bin-deleted = Deleted customers
bin-days_left = { $days ->
    [0] Term over, to be appraised
    [one] 1 day left
   *[other] { $days } days left
  }
bin-who = Deleted by { $name } at { $at }
bin-because = Reason: { $reason }
bin-reason = Why it is deleted
bin-reason_sample = For instance: opened twice, asked for by the customer
bin-restore = Restore
bin-delete = Delete
bin-delete_title = Delete the customer "{ $name }"
bin-delete_note = It disappears from lists, search, counts and the interface, and can be restored from the recycle bin
