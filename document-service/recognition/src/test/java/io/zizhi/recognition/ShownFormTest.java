package io.zizhi.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownFormTest {

    @ParameterizedTest
    @CsvSource({
        "ID_PORTRAIT, 姓名 宋邈 公民身份号码 3728, ID_PORTRAIT",
        "ID_EMBLEM, 居民身份证 签发机关, ID_EMBLEM",
        "ID_PORTRAIT, 往来港澳通行证 姓名, OTHER_ID",
        "ID_EMBLEM, 护照 签发地点, OTHER_ID",
        "ID_PORTRAIT, 证件号码 公民身份号码, ID_PORTRAIT",
        "ID_PORTRAIT, '', ID_PORTRAIT",
        "BUSINESS_LICENSE, 证件号码, BUSINESS_LICENSE",
    })
    void finds_other_identity_documents_by_their_labels(DocumentForm wanted, String words, DocumentForm shown) {
        assertThat(ShownForm.of(wanted, words)).isEqualTo(shown);
    }
}
