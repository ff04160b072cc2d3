### 登录、退出和首次设置。

login-title = 登录
login-login = 账号
login-password = 密码
login-forgotten = 忘了密码请找系统管理员重设
login-remember = 这台电脑记住我 7 天（公用电脑勿勾）
login-enter = 登录
login-foot = 查阅、打印、导出都会记名留痕。
login-not_set_up = 这里还没有建立公司账。请在服务器上运行 kedang init，用它给出的一次性链接完成设置。

setup-title = 建立公司账
setup-over = 第一次使用 · 链接 24 小时内一次有效
setup-company = 公司名称
setup-name = 您的姓名
setup-login = 登录账号
setup-password = 密码（至少 8 位）
setup-finish = 建账并去登录
