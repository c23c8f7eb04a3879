package io.zizhi.qualification.form.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNameTest {

    /** Registered names that differ in few strokes or characters, with brackets, Latin letters and rare characters. */
    private static final List<String> COMPANIES = List.of(
            "中国工商银行股份有限公司",
            "中国农业银行股份有限公司",
            "中国银行股份有限公司",
            "中国建设银行股份有限公司",
            "中国人民保险集团股份有限公司",
            "中国人寿保险（集团）公司",
            "中国移动通信集团有限公司",
            "中国联合网络通信集团有限公司",
            "中国电信集团有限公司",
            "阿里巴巴（中国）有限公司",
            "阿里云计算有限公司",
            "腾讯科技（深圳）有限公司",
            "华为技术有限公司",
            "中兴通讯股份有限公司",
            "北京百度网讯科技有限公司",
            "北京字节跳动科技有限公司",
            "北京三快在线科技有限公司",
            "北京小桔科技有限公司",
            "小米科技有限责任公司",
            "京东方科技集团股份有限公司",
            "北京京东世纪贸易有限公司",
            "TCL科技集团股份有限公司",
            "TCL实业控股股份有限公司",
            "3M中国有限公司",
            "IBM（中国）有限公司",
            "KPMG企业咨询（中国）有限公司",
            "上汽通用五菱汽车股份有限公司",
            "上海大众汽车有限公司",
            "一汽-大众汽车有限公司",
            "广州太平洋电脑信息咨询有限公司",
            "太平人寿保险有限公司",
            "天平汽车保险股份有限公司",
            "大众交通（集团）股份有限公司",
            "人人乐连锁商业集团股份有限公司",
            "深圳市富士智能股份有限公司",
            "未来电视有限公司",
            "深圳末未科技有限公司",
            "己已巳文化传播有限公司",
            "晨光文具股份有限公司",
            "日日顺供应链科技股份有限公司",
            "犇犇网络科技有限公司",
            "鑫淼焱垚实业有限公司",
            "上海𬭚达新材料有限公司",
            "乌鲁木齐天·山商贸有限公司",
            "厦门ABC电子商务有限公司",
            "厦门abc电子商务有限公司");

    /**
     * Common names that differ in one stroke, names with rare characters, and names of ethnic minorities with their
     * dot.
     */
    private static final List<String> PERSONS = List.of(
            "王伟",
            "王玮",
            "李娜",
            "李那",
            "张末",
            "张未",
            "张已",
            "张己",
            "王天",
            "王夫",
            "王大",
            "王太",
            "王犬",
            "于千",
            "于干",
            "刘戊",
            "刘戌",
            "刘戍",
            "陈人",
            "陈入",
            "陈八",
            "欧阳婧怡",
            "司马懿",
            "李喆",
            "王堃",
            "孙犇",
            "龑龙",
            "㛃然",
            "䶮生",
            "王𫖯",
            "赵𬸦",
            "陈𠅤",
            "何〇",
            "阿卜杜拉·买买提",
            "阿不都拉·买买提",
            "迪丽热巴·迪力木拉提",
            "古力娜扎尔·拜合提亚尔",
            "尼格买提·热合曼",
            "阿旺·次仁",
            "阿旺次仁",
            "才旦卓玛",
            "O'Neill Anne",
            "Jean-Pierre Dupont",
            "José García",
            "Jose Garcia");

    @Test
    void real_names_do_not_collide() {
        assertThat(collisions(COMPANIES)).isEmpty();
        assertThat(collisions(PERSONS)).isEmpty();
    }

    @Test
    void real_names_have_no_deceptive_character() {
        assertThat(Stream.concat(COMPANIES.stream(), PERSONS.stream())
                        .filter(name -> new WrittenName(name).firstDeceptive().isPresent()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "⼯商银⾏, 工商银行",
        "阿里巴巴（中国）有限公司, 阿里巴巴(中国)有限公司",
        "ＴＣＬ科技, TCL科技",
        "\uF90A山, 金山",
    })
    void treats_compatibility_variants_as_same_name(String written, String registered) {
        assertThat(WrittenName.same(written, registered)).isTrue();
        assertThat(new WrittenName(written).imitates(registered)).isFalse();
        assertThat(new WrittenName(written).skeleton()).isEqualTo(new WrittenName(registered).skeleton());
    }

    @ParameterizedTest
    @CsvSource({
        // Cyrillic A, Katakana ロ, the digit one, and the letter O.
        "\u0410pple科技, Apple科技, 1",
        "人ロ科技, 人口科技, 2",
        "资质1, 资质l, 3",
        "2O26年, 2026年, 2",
    })
    void recognizes_look_alikes_as_different_names(String written, String registered, int position) {
        assertThat(WrittenName.same(written, registered)).isFalse();
        assertThat(new WrittenName(written).imitates(registered)).isTrue();
        assertThat(new WrittenName(written).firstUnlike(registered))
                .map(NameCharacter::position)
                .contains(position);
    }

    @Test
    void distinguishes_upper_and_lower_case() {
        assertThat(new WrittenName("ABC公司").imitates("abc公司")).isFalse();
        assertThat(WrittenName.same("ABC公司", "abc公司")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "工商\uFE0F银行", // variation selector
                "工商\u3164银行", // Hangul filler
                "工商\u200B银行", // zero-width space
                "工商\u202E银行", // right-to-left override
                "工商\u200E银行", // left-to-right mark
                "工商\u061C银行", // Arabic letter mark
                "工商\uE000银行", // private use
                "工商\u0378银行", // unassigned
                "工商\u00AD银行", // soft hyphen
                "工商\u2F2F银行", // Kangxi radical
                "工商\uF90A银行", // compatibility ideograph
            })
    void finds_deceptive_characters_with_position(String name) {
        assertThat(new WrittenName(name).firstDeceptive())
                .map(NameCharacter::position)
                .contains(3);
    }

    @Test
    void counts_supplementary_character_once() {
        assertThat(new WrittenName("王𫖯\uFE0F").firstDeceptive())
                .map(NameCharacter::placeEn)
                .contains("Correct character 3 (U+FE0F).");
    }

    @Test
    void advice_names_the_standard_character() {
        assertThat(new WrittenName("⼯商").firstDeceptive())
                .map(NameCharacter::placeZh)
                .contains("第 1 个字符（U+2F2F）请改为“工”。");
    }

    /** Returns the skeletons shared by several names, with those names. */
    private static Map<String, List<String>> collisions(List<String> names) {
        Map<String, List<String>> bySkeleton = names.stream()
                .collect(Collectors.groupingBy(
                        name -> new WrittenName(name).skeleton(), TreeMap::new, Collectors.toList()));
        bySkeleton.values().removeIf(found -> found.size() == 1);
        return bySkeleton;
    }
}
