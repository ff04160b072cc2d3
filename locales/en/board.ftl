### The board: customers in lanes by stage, moved by hand.

board-looks = Look
board-as_list = List
board-as_board = Board
board-title = Customer board
board-hint = Drag a card to change its stage; on a phone hold the card, then drag, or use “Move to” at its corner.
board-lost = The server cannot be reached. The card is back in its place; please try again later.
board-count = { NUMBER($count) }
board-count_capped = 1,000+
board-empty = Nobody in this lane yet
board-more = Show more
board-unheard = No contact yet
board-heard = { $way }, { $days ->
    [0] today
    [1] yesterday
   *[other] { NUMBER($days) } days ago
}
board-move = Move to another stage: { $name }
board-move_to = Move to
board-put_back = { $why }. The card is back in its place; reload the page to see how things stand.
board-why_title = Why was the customer lost?
board-why_sample = For example: went to a competitor, stopped production
board-why_go = Change stage
board-stage_title = Change stage
board-now = Now “{ $stage }”
board-stale = It now stands as shown; press “Change stage” again to set what you chose.
