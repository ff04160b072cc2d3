### One's own account: look and devices.

account-title = My account
account-edge = My account · only you see this
account-look = Look
account-language = Language
account-theme = Colours
account-density = Row height
account-save = Save
account-devices = Signed-in devices

look-zh_cn = Simplified Chinese
look-en = English
look-auto = As the system
look-light = Light
look-dark = Dark
look-comfortable = Comfortable
look-compact = Compact

device-name = Browser
device-address = From
device-since = Signed in
device-seen = Last seen
device-here = This device
device-revoke = Sign out
device-wechat = WeChat
device-edge = Edge
device-firefox = Firefox
device-chrome = Chrome
device-safari = Safari
device-unknown = Another program
