package io.zizhi.bench.specimen;

import io.zizhi.local.demo.CreditCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Draws random names, addresses, numbers and dates of persons and organisations that do not exist. */
final class Words {

    /** Share of given names with a rare character. */
    private static final double RARE = 0.2;

    /** Share of addresses that need three lines or more. */
    private static final double LONG = 0.3;

    private static final List<String> SURNAMES =
            List.of(("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡"
                            + " 贾 丁 魏 薛 叶 阎 欧阳 司马 上官 诸葛 皇甫 尉迟 逄 仝 郄 亓 缑 昝 禤 鄢 麦 覃")
                    .split(" ", -1));

    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红建国庆文斌浩宇轩梓涵子怡欣然思远嘉宁晓峰海燕志鹏雪梅春林秋月天佑永福德胜婧怡雅琴俊豪凯旋博瑞星辰若曦诗涵";

    /** Rare in names; some are not in the dictionary of the recognition model. */
    private static final String RARE_GIVEN = "喆堃犇翀昉鑫淼燚垚玥彧晔祎璟婠烜䶮㛃赟甯嬿翯骉龑頔祺埜奡昇暐琤瑀璠璆皞禛芃荦莜蘅衎谞轶邈锴韡颀飏骕麾沄洺湉濛炘煊瓅";

    private static final List<String> ETHNICITIES =
            List.of("汉 汉 汉 汉 汉 汉 汉 汉 回 壮 满 维吾尔 苗 彝 土家 藏 蒙古 哈萨克 布依 侗".split(" ", -1));

    private static final List<String> DISTRICTS = List.of(
            "浙江省 杭州市 西湖区,浙江省 宁波市 鄞州区,广东省 深圳市 南山区,广东省 佛山市 禅城区,江苏省 南京市 玄武区,江苏省 苏州市 虎丘区,四川省 成都市 武侯区,四川省 泸州市 龙马潭区,湖北省 武汉市 洪山区,湖南省 长沙市 岳麓区,山东省 青岛市 崂山区,陕西省 西安市 雁塔区,福建省 厦门市 思明区,安徽省 亳州市 谯城区,河南省 郑州市 金水区,辽宁省 沈阳市 皇姑区,河北省 石家庄市 裕华区,江西省 南昌市 青云谱区,云南省 昆明市 盘龙区,贵州省 贵阳市 观山湖区"
                    .split(",", -1));

    private static final List<String> FAR_DISTRICTS = List.of(
            "广西壮族自治区 百色市 隆林各族自治县德峨镇,新疆维吾尔自治区 伊犁哈萨克自治州 察布查尔锡伯自治县爱新色里镇,内蒙古自治区 呼伦贝尔市 莫力达瓦达斡尔族自治旗尼尔基镇,云南省 西双版纳傣族自治州 勐腊县勐仑镇,四川省 甘孜藏族自治州 道孚县鲜水镇,贵州省 黔东南苗族侗族自治州 雷山县西江镇,甘肃省 临夏回族自治州 积石山保安族东乡族撒拉族自治县吹麻滩镇"
                    .split(",", -1));

    private static final List<String> ROADS =
            List.of("文三路 中山北路 解放大道 人民东路 建设西街 科技园路 滨江大道 学院南路 翠微路 鼓楼巷 长安街 和平里 锦绣大道 湖滨路 莲花山路 望京街 龙阳大道 虹桥路".split(" ", -1));

    private static final List<String> ESTATES =
            List.of("翠苑小区 阳光花园 锦绣华庭 金色家园 碧桂苑 梧桐公寓 望江名邸 世纪新城 紫荆雅苑 龙湖天街 观澜别墅 蓝天大厦 软件园 创业中心".split(" ", -1));

    private static final List<String> BRANDS =
            List.of("星河 远山 百川 云帆 启明 瀚海 嘉禾 鼎盛 博瑞 万象 聚力 恒泰 中创 凌峰 汇智 麒麟 锦程 奥森 蓝鲸 沃土 鑫隆 蓬莱 翰墨 睿驰".split(" ", -1));

    private static final List<String> TRADES =
            List.of("科技 网络科技 信息技术 商贸 文化传媒 电子商务 教育咨询 医疗器械 餐饮管理 物流 建筑工程 新能源科技 供应链管理 生物技术".split(" ", -1));

    private static final List<String> COMPANY_TYPES =
            List.of("有限责任公司（自然人独资）", "有限责任公司（自然人投资或控股）", "股份有限公司（非上市、自然人投资或控股）", "有限责任公司（法人独资）", "其他有限责任公司");

    private static final List<String> INSTITUTIONS =
            List.of("人民医院 疾病预防控制中心 第一中学 实验小学 图书馆 公共资源交易中心 农业技术推广站 文化馆 气象服务中心 社会保险事业管理局 规划设计研究院 市政设施养护所".split(" ", -1));

    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;
    private final Typeface typeface;

    Words(Random random, Typeface typeface) {
        this.random = random;
        this.typeface = typeface;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** Returns a surname and one or two characters. Uses only characters of the typeface. */
    String personName() {
        String name = any(SURNAMES) + given();
        return chance(0.6) && name.length() < 4 ? name + anyOf(GIVEN) : name;
    }

    private String given() {
        String rare = anyOf(RARE_GIVEN);
        return chance(RARE) && typeface.has(rare.codePointAt(0)) ? rare : anyOf(GIVEN);
    }

    private String anyOf(String characters) {
        int index = random.nextInt(characters.codePointCount(0, characters.length()));
        return Character.toString(characters.codePointAt(characters.offsetByCodePoints(0, index)));
    }

    String ethnicity() {
        return any(ETHNICITIES);
    }

    String address() {
        boolean isLong = chance(LONG);
        String place = any(isLong ? FAR_DISTRICTS : DISTRICTS).replace(" ", "");
        String road = any(ROADS) + (1 + below(999)) + "号";
        String house = any(ESTATES) + (1 + below(30)) + "幢" + (1 + below(4)) + "单元" + (101 + below(2900)) + "室";
        return isLong || chance(0.5) ? place + road + house : place + road;
    }

    /** Returns the name of a police office, with or without a branch of a district. */
    String policeBranch() {
        String[] place = any(DISTRICTS).split(" ", -1);
        return place[1] + "公安局" + (chance(0.6) ? place[2].replaceAll("区$", "") + "分局" : "");
    }

    String company() {
        String city = any(DISTRICTS).split(" ", -1)[1].replaceAll("市$", "");
        String brand = any(BRANDS) + (chance(0.3) ? any(BRANDS) : "");
        String trade = any(TRADES);
        return switch (below(3)) {
            case 0 -> city + brand + trade + "有限公司";
            case 1 -> brand + "（" + city + "）" + trade + "有限公司";
            case 2 -> city + "市" + brand + trade + "股份有限公司";
            default -> city + brand + trade + "有限公司";
        };
    }

    String companyType() {
        return any(COMPANY_TYPES);
    }

    String institution() {
        String[] place = any(DISTRICTS).split(" ", -1);
        return place[1] + (chance(0.5) ? place[2] : "") + any(INSTITUTIONS);
    }

    String registry() {
        String[] place = any(DISTRICTS).split(" ", -1);
        return place[1] + place[2];
    }

    /**
     * Returns a resident id number with a correct check character. Divisions ending in 99 are not assigned, so the
     * number belongs to nobody.
     *
     * @param isFemale the 17th digit is even
     */
    String idNumber(LocalDate birthday, boolean isFemale) {
        String division = (11 + below(54)) + String.format(Locale.ROOT, "%02d", 1 + below(30)) + "99";
        int sequence = 2 * below(500) + (isFemale ? 0 : 1);
        String body = division + birthday.toString().replace("-", "") + String.format(Locale.ROOT, "%03d", sequence);
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 10) * ID_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    String creditCode(String kind) {
        StringBuilder organisation = new StringBuilder(kind.startsWith("9") ? "MA" : "");
        while (organisation.length() < 8) {
            organisation.append(CODE_CHARACTERS.charAt(random.nextInt(kind.startsWith("9") ? 31 : 10)));
        }
        return CreditCode.of(
                kind,
                (11 + below(54)) + "01" + String.format(Locale.ROOT, "%02d", 1 + below(30)),
                organisation.toString());
    }

    /** Returns a permit number: H (Hong Kong) or M (Macau) and eight digits. */
    String permitNumber() {
        return (chance(0.5) ? "H" : "M") + String.format(Locale.ROOT, "%08d", below(100_000_000));
    }

    LocalDate dayBetween(int firstYear, int lastYear) {
        return LocalDate.of(firstYear + below(lastYear - firstYear + 1), 1, 1).plusDays(below(365));
    }
}
