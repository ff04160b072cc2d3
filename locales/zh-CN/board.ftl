### 看板：客户按状态分列，可以拖动。

board-looks = 列法
board-as_list = 列表
board-as_board = 看板
board-title = 客户看板
board-hint = 拖动卡片改状态；手机上按住卡片再拖，或点卡片右上角「移到」。
board-lost = 连不上服务器，卡片已放回原处，请稍后再试。
board-count = { NUMBER($count) }
board-count_capped = 1,000+
board-empty = 这一列还没有客户
board-more = 再看一些
board-unheard = 尚无往来
board-heard = { $days ->
    [0] 今天
    [1] 昨天
   *[other] { NUMBER($days) } 天前
} { $way }
board-move = 移到别的状态：{ $name }
board-move_to = 移到
board-put_back = { $why }。卡片已放回原处；刷新页面可看最新情况。
board-why_title = 为什么流失？
board-why_sample = 例如：转用竞争对手、停产
board-why_go = 改状态
board-stage_title = 改状态
board-now = 现在是「{ $stage }」
board-stale = 下面是现在的状态，再按「改状态」就以您选的为准。
