### Organizations under organizations: head office, companies, branches.

branches-title = Head office and branches
branches-none = Nothing stands above or below it yet.
branches-capped = There are many: the first are shown here, 'List all below' shows every one.
branches-all = List all below
branches-new = New branch
branches-will_be = It becomes a branch of { $name }
branches-put = Put under another
branches-move = Put elsewhere
branches-lift = Take out
branches-parent = Organization above
branches-parent_help = A customer code (such as KH-00012) or the full name
branches-save = Save
