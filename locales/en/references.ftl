### Reference texts that hang on a form, in versions (D12-1).

references-title = Reference: { $form }
references-nth = Version { $n }
references-shipped = came with the program
references-editions = Versions
references-older = This is an earlier version; the one in force is
references-edit = Edit the reference
references-write = Write a reference
references-open = Reference
references-text = Text (Markdown)
references-help = # begins a heading, 1. or - an item, **two pairs of asterisks** make it strong, | separates the cells of a table; HTML is shown as typed and does nothing. Every published version is kept.
references-publish = Publish version { $n }
references-edge = Reference　{ $reader }
