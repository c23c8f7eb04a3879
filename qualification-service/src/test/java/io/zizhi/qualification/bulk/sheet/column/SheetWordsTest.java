package io.zizhi.qualification.bulk.sheet.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.form.CertificateKind;
import io.zizhi.qualification.form.IdType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWordsTest {

    private static final int LONGEST_LIST = 255;

    @ParameterizedTest
    @CsvSource({
        "ID_TYPE, 身份证, RESIDENT_ID",
        "ID_TYPE, 居民身份证, RESIDENT_ID",
        "ID_TYPE, ' 居民 身份证　', RESIDENT_ID",
        "ID_TYPE, resident_id, RESIDENT_ID",
        "ID_TYPE, ＲＥＳＩＤＥＮＴ＿ＩＤ, RESIDENT_ID",
        "ID_TYPE, 其他, OTHER",
        "OWNER_TYPE, 事业单位, PUBLIC_INSTITUTION",
        "OWNER_TYPE, 政府机关, PUBLIC_INSTITUTION",
        "OWNER_TYPE, 党政机关, PUBLIC_INSTITUTION",
        "OWNER_TYPE, 政府机关/事业单位, PUBLIC_INSTITUTION",
        "OWNER_TYPE, 公司, COMPANY",
        "OWNER_TYPE, 企业, COMPANY",
        "OWNER_TYPE, 个人, PERSON",
        "CERTIFICATE_KIND, 营业执照, BUSINESS_LICENSE",
        "CERTIFICATE_KIND, 其他, OTHER_CERTIFICATE",
        "PURPOSE, 自用, SELF",
        "PURPOSE, 他用, THIRD_PARTY",
        "PURPOSE, Third party, THIRD_PARTY",
        "OWN_USE, 是, SELF",
        "OWN_USE, 否, THIRD_PARTY"
    })
    void accepts_common_words(SheetWords words, String written, String constant) {
        assertThat(words.constantOf(written)).contains(constant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期", "长期有效", "永久", "无固定期限", "Long-term", "长 期", "ＬＯＮＧ ＴＥＲＭ"})
    void accepts_words_for_long_term(String written) {
        assertThat(SheetWords.isLongTerm(written)).isTrue();
    }

    @Test
    void covers_all_constants_of_the_api() {
        assertThat(constants(SheetWords.ID_TYPE)).isEqualTo(names(IdType.values()));
        assertThat(constants(SheetWords.CERTIFICATE_KIND)).isEqualTo(names(CertificateKind.values()));
    }

    @Test
    void does_not_guess_unknown_words() {
        assertThat(SheetWords.OWNER_TYPE.constantOf("乱写")).isEmpty();
        assertThat(SheetWords.PURPOSE.constantOf("是")).isEmpty();
    }

    /** Spreadsheets refuse longer lists, and a comma would split a word. */
    @Test
    void drop_down_lists_fit_into_a_spreadsheet() {
        for (SheetWords words : SheetWords.values()) {
            for (List<String> list : List.of(words.chinese(), words.english())) {
                assertThat(String.join(",", list)).hasSizeLessThan(LONGEST_LIST).doesNotContain("\"");
                assertThat(list).noneMatch(word -> word.contains(","));
            }
        }
    }

    private static String constants(SheetWords words) {
        return words.words().stream().map(SheetWords.Word::constant).sorted().collect(Collectors.joining(" "));
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
