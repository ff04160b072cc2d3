### The glance at a customer over the list.

peek-place = Customer at a glance
peek-look = Glance at { $name }
peek-open = Open file
peek-close = Close (Esc)
