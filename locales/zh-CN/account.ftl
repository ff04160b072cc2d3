### 我的账号：外观和登录设备。

account-title = 我的账号
account-edge = 我的账号　仅本人可见
account-look = 外观
account-language = 语言
account-theme = 颜色
account-density = 行高
account-save = 保存
account-devices = 登录设备

look-zh_cn = 简体中文
look-en = English
look-auto = 跟随系统
look-light = 浅色
look-dark = 深色
look-comfortable = 舒适
look-compact = 紧凑

device-name = 浏览器
device-address = 来自
device-since = 登录时间
device-seen = 最近使用
device-here = 本机
device-revoke = 退出此设备
device-wechat = 微信
device-edge = Edge 浏览器
device-firefox = 火狐浏览器
device-chrome = Chrome 浏览器
device-safari = Safari 浏览器
device-unknown = 其它程序
