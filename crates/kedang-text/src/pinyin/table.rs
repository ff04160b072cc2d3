//! Readings that a per-character dictionary cannot know: surnames, places, words in company names.
//!
//! Written by hand from everyday usage. Each list is `text:reading,reading` separated by blanks;
//! in [`PHRASES`] and [`COMPOUND_SURNAMES`] there is one syllable per character.

/// Characters with more than one reading that occurs in names; the more usual one first. The
/// dictionary's other readings (大 tài, 石 dàn …) are left out: nobody types them.
pub(super) const POLYPHONES: &str = "\
    长:chang,zhang 行:xing,hang,heng 乐:le,yue 重:zhong,chong 朝:chao,zhao 传:chuan,zhuan \
    会:hui,kuai 盛:sheng,cheng 晟:sheng,cheng 佛:fo,fu 茜:qian,xi 莘:xin,shen 柏:bai,bo \
    泊:bo,po 薄:bo,bao 卜:bu,bo 单:dan,shan 解:jie,xie 查:cha,zha 仇:chou,qiu 曾:zeng,ceng \
    翟:zhai,di 区:qu,ou 盖:gai,ge 朴:pu,piao 覃:qin,tan 都:du,dou 那:na,nuo 员:yuan,yun \
    召:zhao,shao 缪:miao,mou 折:zhe,she 洗:xi,xian 种:zhong,chong 句:ju,gou 黑:hei,he \
    秘:mi,bi 繁:fan,po 车:che,ju 隗:wei,kui 郗:xi,chi 佴:nai,er 宓:mi,fu 尉:wei,yu 俞:yu,shu \
    於:yu,wu 祭:ji,zhai 藏:cang,zang 调:tiao,diao 厦:xia,sha 率:shuai,lv 强:qiang,jiang \
    校:xiao,jiao 角:jiao,jue 觉:jue,jiao 给:gei,ji 还:huan,hai 没:mei,mo 露:lu,lou 参:can,shen \
    省:sheng,xing 仔:zai,zi 圳:zhen 蔚:wei,yu 蕃:fan,bo 番:fan,pan 弹:dan,tan 提:ti,di \
    堤:di,ti 拓:tuo,ta 娜:na,nuo 隽:jun,juan 琢:zhuo,zuo 焯:zhuo,chao,chuo 浚:jun,xun \
    珩:heng,hang 颉:jie,xie 纶:lun,guan 莞:guan,wan 筠:yun,jun 镐:hao,gao 莎:sha,suo \
    贾:jia,gu 牟:mou,mu 万:wan,mo 阿:a,e 合:he,ge 和:he,huo 舍:she,shi 什:shi,shen 拾:shi,she \
    宿:su,xiu 塔:ta,da 相:xiang 巷:xiang,hang 虹:hong,jiang 吓:xia,he 纤:xian,qian \
    殷:yin,yan 扎:zha,za 轧:ya,zha 峙:zhi,shi 著:zhu,zhuo,zhe 伽:jia,qie,ga 卡:ka,qia \
    咖:ka,ga 茄:qie,jia 芥:jie,gai 稽:ji,qi 夹:jia,ga 降:jiang,xiang 劲:jin,jing \
    靓:liang,jing 棱:leng,ling 六:liu,lu 陆:lu,liu 碌:lu,liu 蔓:man,wan 模:mo,mu 粘:zhan,nian \
    埔:pu,bu 堡:bao,bu,pu 蚌:bang,beng 曝:pu,bao 圈:quan,juan 券:quan,xuan 塞:sai,se \
    刹:sha,cha 识:shi,zhi 熟:shu,shou 说:shuo,yue 吁:yu,xu 叶:ye,xie 遗:yi,wei 择:ze,zhai \
    爪:zhua,zhao 钥:yao,yue 圩:wei,xu 坻:di,chi 涡:wo,guo 浒:hu,xu 荥:xing,ying 枞:zong,cong \
    铅:qian,yan 歙:she,xi 乾:qian,gan 亲:qin,qing 便:bian,pian 扁:bian,pian 伯:bo,bai \
    剥:bo,bao 称:cheng,chen 匙:chi,shi 得:de,dei 地:di,de 的:de,di 龟:gui,qiu 柜:gui,ju \
    核:he,hu 咀:ju,zui 卷:juan,quan 壳:ke,qiao 勒:le,lei 了:le,liao 泌:mi,bi 弄:nong,long \
    栖:qi,xi 射:she,ye 约:yue,yao 炅:jiong,gui 祎:yi 冼:xian 宁:ning 任:ren 华:hua 阚:kan \
    晁:chao 逄:pang 瞿:qu,ju 谷:gu,yu 沈:shen,chen 烜:xuan 澄:cheng,deng 溥:pu,fu 洵:xun \
    芮:rui 汤:tang,shang 沓:ta,da 呵:he,a 尽:jin 好:hao 干:gan 红:hong,gong 哈:ha \
    似:si,shi 撒:sa 酷:ku 吧:ba 唯:wei 娃:wa 蛋:dan 漂:piao 大:da,dai 南:nan \
    系:xi,ji 期:qi 其:qi 奇:qi,ji 台:tai 食:shi 蛇:she 摩:mo 埃:ai 格:ge 落:luo,la \
    予:yu 幺:yao 迦:jia 呀:ya 焘:tao,dao 婼:ruo,chuo 倩:qian,qing 囡:nan 峤:qiao,jiao \
    郇:xun,huan 嵇:ji 眭:sui 睢:sui 郄:qie,xi 逯:lu,dai 臧:zang 褚:chu 裴:pei 甄:zhen \
    皋:gao 颜:yan 妞:niu 圻:qi,yin 蓁:zhen,qin 箐:qing,jing 沁:qin 荃:quan 垚:yao 犇:ben \
    骁:xiao 葚:shen,ren 莜:you,yao 芎:xiong 荨:xun,qian 仡:ge,yi 暨:ji 蠡:li 冶:ye 琰:yan";

/// Surnames whose reading differs from the everyday one of the character.
pub(super) const SURNAMES: &str = "\
    曾:zeng 单:shan 解:xie 查:zha 仇:qiu 翟:zhai 区:ou 盖:ge 任:ren 华:hua 朴:piao 秘:bi \
    乐:yue 繁:po 员:yun 召:shao 缪:miao 折:she 洗:xian 冼:xian 那:na 覃:qin 种:chong 句:gou \
    黑:he 宁:ning 燕:yan 牟:mou 訾:zi 哈:ha 都:du 宓:mi 隗:wei 郗:xi 佴:nai 幺:yao 重:chong \
    车:che 尉:wei 葛:ge 纪:ji 祭:zhai 贾:jia 叶:ye 沈:shen 石:shi 陆:lu 薄:bo 柏:bai 卜:bu \
    盛:sheng 万:wan 于:yu 余:yu 冯:feng 俞:yu 应:ying 过:guo 相:xiang 强:qiang 藏:zang \
    臧:zang 晁:chao 逄:pang 逯:lu 嵇:ji 阚:kan 瞿:qu 莘:shen 谌:chen 郇:xun 亓:qi 眭:sui \
    睢:sui 啜:chuai 撒:sa 弗:fu 呙:guo 咎:jiu 昝:zan 厍:she 钭:tou 教:jiao 洪:hong 无:wu \
    尹:yin 殷:yin 令:ling 乜:nie 么:yao 缴:jiao 降:jiang 行:xing 六:lu 长:zhang 仉:zhang \
    谷:gu 粘:nian 说:yue 毌:guan 妫:gui 妘:yun 芈:mi 褚:chu 彤:tong 佟:tong 郝:hao 甄:zhen \
    蔚:yu 桓:huan 笪:da 费:fei 颉:xie 澹:tan 朝:chao 载:zai 难:ning 逢:pang 观:guan 鲜:xian";

/// Surnames of two characters; those with an unusual reading and the frequent others.
pub(super) const COMPOUND_SURNAMES: &str = "\
    尉迟:yu,chi 澹台:tan,tai 万俟:mo,qi 长孙:zhang,sun 令狐:ling,hu 鲜于:xian,yu 单于:chan,yu \
    乐正:yue,zheng 宰父:zai,fu 皇甫:huang,fu 夏侯:xia,hou 亓官:qi,guan 拓跋:tuo,ba \
    赫连:he,lian 呼延:hu,yan 宇文:yu,wen 慕容:mu,rong 欧阳:ou,yang 司马:si,ma 上官:shang,guan \
    诸葛:zhu,ge 司徒:si,tu 司空:si,kong 司寇:si,kou 东方:dong,fang 公孙:gong,sun \
    端木:duan,mu 南宫:nan,gong 西门:xi,men 独孤:du,gu 轩辕:xuan,yuan 钟离:zhong,li \
    濮阳:pu,yang 淳于:chun,yu 太史:tai,shi 申屠:shen,tu 闻人:wen,ren 百里:bai,li \
    东郭:dong,guo 南门:nan,men 闾丘:lv,qiu 梁丘:liang,qiu 公冶:gong,ye 宗政:zong,zheng \
    颛孙:zhuan,sun 仲孙:zhong,sun 巫马:wu,ma 公西:gong,xi 漆雕:qi,diao 完颜:wan,yan \
    纳兰:na,lan 段干:duan,gan 第五:di,wu 左丘:zuo,qiu";

/// Places and words whose context settles a reading.
pub(super) const PHRASES: &str = "\
    重庆:chong,qing 厦门:xia,men 六安:lu,an 六合:lu,he 长沙:chang,sha 长春:chang,chun \
    长治:chang,zhi 长安:chang,an 长江:chang,jiang 长城:chang,cheng 长宁:chang,ning \
    长兴:chang,xing 长乐:chang,le 长葛:chang,ge 长汀:chang,ting 长岭:chang,ling 长虹:chang,hong \
    长青:chang,qing 长丰:chang,feng 长白:chang,bai 长征:chang,zheng 长远:chang,yuan \
    校长:xiao,zhang 家长:jia,zhang 成长:cheng,zhang 院长:yuan,zhang \
    银行:yin,hang 商行:shang,hang 行业:hang,ye 车行:che,hang 洋行:yang,hang 琴行:qin,hang \
    分行:fen,hang 支行:zhi,hang 总行:zong,hang 同行:tong,xing 行家:hang,jia 行政:xing,zheng \
    旅行:lv,xing 出行:chu,xing 远行:yuan,xing 绿行:lv,xing 行唐:xing,tang 闵行:min,hang \
    音乐:yin,yue 乐器:yue,qi 乐团:yue,tuan 乐队:yue,dui 器乐:qi,yue 声乐:sheng,yue \
    娱乐:yu,le 快乐:kuai,le 欢乐:huan,le 乐园:le,yuan 乐山:le,shan 乐清:yue,qing 乐平:le,ping \
    乐陵:lao,ling 乐亭:lao,ting 昌乐:chang,le 乐都:le,du 博乐:bo,le 将乐:jiang,le \
    东莞:dong,guan 深圳:shen,zhen 蚌埠:beng,bu 亳州:bo,zhou 黄埔:huang,pu 大埔:da,bu \
    台州:tai,zhou 丽水:li,shui 番禺:pan,yu 吐鲁番:tu,lu,fan 西藏:xi,zang 藏族:zang,zu \
    成都:cheng,du 都江堰:du,jiang,yan 大都:da,du 首都:shou,du 都市:du,shi 都匀:du,yun \
    朝阳:chao,yang 朝天:chao,tian 朝鲜:chao,xian 朝外:chao,wai 大厂:da,chang 厦大:xia,da \
    大厦:da,sha 广厦:guang,sha 华厦:hua,sha 传媒:chuan,mei 传播:chuan,bo 传奇:chuan,qi \
    传统:chuan,tong 自传:zi,zhuan 会计:kuai,ji 会稽:kuai,ji 会展:hui,zhan 会所:hui,suo \
    重工:zhong,gong 重型:zhong,xing 重装:zhong,zhuang 重阳:chong,yang 种业:zhong,ye \
    种植:zhong,zhi 种子:zhong,zi 调味:tiao,wei 空调:kong,tiao 调查:diao,cha 调兵山:diao,bing,shan \
    参茸:shen,rong 人参:ren,shen 海参:hai,shen 海参崴:hai,shen,wai 汽车:qi,che 车辆:che,liang \
    单县:shan,xian 解放:jie,fang 解州:xie,zhou 盖州:gai,zhou 区块:qu,kuai 社区:she,qu \
    曾都:zeng,du 曾氏:zeng,shi 单元:dan,yuan 黑龙江:hei,long,jiang 黑龙:hei,long \
    尉氏:wei,shi 尉犁:yu,li 蔚县:yu,xian 蔚蓝:wei,lan 柏林:bo,lin 铅山:yan,shan \
    歙县:she,xian 涡阳:guo,yang 枞阳:zong,yang 荥阳:xing,yang 荥经:ying,jing 渑池:mian,chi \
    宝坻:bao,di 浒墅关:xu,shu,guan 盱眙:xu,yi 邗江:han,jiang 睢宁:sui,ning 莘县:shen,xian \
    莘庄:xin,zhuang 宿州:su,zhou 宿迁:su,qian 宿豫:su,yu 石家庄:shi,jia,zhuang 阿坝:a,ba \
    阿里:a,li 东阿:dong,e 阿胶:e,jiao 允景洪:yun,jing,hong 仙居:xian,ju 郫县:pi,xian \
    犍为:qian,wei 珙县:gong,xian 筠连:jun,lian 井陉:jing,xing 大城:dai,cheng 蔚来:wei,lai \
    蓟县:ji,xian 蠡县:li,xian 任丘:ren,qiu 任县:ren,xian 洪洞:hong,tong 临朐:lin,qu \
    莒县:ju,xian 牟平:mu,ping 中牟:zhong,mu 浚县:xun,xian 柘城:zhe,cheng 泌阳:bi,yang \
    武陟:wu,zhi 黄陂:huang,pi 监利:jian,li 郧西:yun,xi 秭归:zi,gui 耒阳:lei,yang \
    郴州:chen,zhou 枝江:zhi,jiang 儋州:dan,zhou 百色:bai,se 句容:ju,rong 栖霞:qi,xia \
    强盛:qiang,sheng 茂盛:mao,sheng 盛世:sheng,shi 盛大:sheng,da 昌盛:chang,sheng \
    会理:hui,li 佛山:fo,shan 乐从:le,cong 绿色:lv,se 绿地:lv,di 堡垒:bao,lei 吴堡:wu,bu \
    铺面:pu,mian 十里堡:shi,li,pu 伽师:jia,shi 瑜伽:yu,jia 莎车:sha,che 咖啡:ka,fei \
    可可:ke,ke 卡通:ka,tong 便利:bian,li 便民:bian,min 便宜:pian,yi 和平:he,ping 合肥:he,fei \
    合作:he,zuo 模具:mu,ju 模型:mo,xing 模板:mu,ban 角色:jue,se 觉醒:jue,xing 还原:huan,yuan \
    提供:ti,gong 地产:di,chan 地铁:di,tie 目的:mu,di 的士:di,shi 了解:liao,jie 给水:ji,shui \
    供给:gong,ji 巷子:xiang,zi 强身:qiang,shen 知识:zhi,shi 标识:biao,zhi 说客:shui,ke \
    仔细:zi,xi 牛仔:niu,zai 率先:shuai,xian 效率:xiao,lv 曝光:bao,guang 圈层:quan,ceng \
    证券:zheng,quan 要塞:yao,sai 地道:di,dao 万达:wan,da 万科:wan,ke \
    一行:yi,hang 百货:bai,huo 谷歌:gu,ge 电子:dian,zi 称心:chen,xin 夹江:jia,jiang";
