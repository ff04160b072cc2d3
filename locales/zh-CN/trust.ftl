### 信任本公司的证书：手机和电脑第一次连进来时。

trust-title = 先信任这台服务器
trust-over = 每部手机、每台电脑做一次
trust-why = 本公司的服务器用自己签发的证书加密。装上下面的证书以后，浏览器就不再提示「不安全」，也没有人能在办公室网络里偷看。
trust-fetch = 下载证书
trust-enter = 已经装好，去登录
trust-fingerprint = 证书指纹
trust-compare = 请和服务器窗口里 kedang serve 显示的 SHA-256 指纹核对，一样才装。
trust-iphone = iPhone、iPad
trust-iphone_how = 用 Safari 下载证书；打开「设置」，点最上面的「已下载描述文件」安装；再到「设置 → 通用 → 关于本机 → 证书信任设置」，把 Kedang 打开。
trust-android = 安卓手机
trust-android_how = 下载证书；打开「设置」，搜「CA 证书」，选「安装证书 → CA 证书 → 仍然安装」，选刚下载的文件。
trust-windows = Windows 电脑
trust-windows_how = 双击下载的证书，「安装证书 → 当前用户 → 将所有的证书都放入下列存储 → 受信任的根证书颁发机构」，完成后重开浏览器。
trust-mac = 苹果电脑
trust-mac_how = 双击下载的证书加入「钥匙串访问」；在里面双击 Kedang，「信任 → 使用此证书时：始终信任」。
trust-phones = 手机扫这里
trust-qr = 二维码：{ $address }
trust-link = 浏览器提示不安全？先信任证书
