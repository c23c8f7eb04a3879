package io.zizhi.qualification.companyauth.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AlipayAnswerTest {

    private static final String METHOD = "zhima.credit.ep.certification.query";

    private static final OfficialSignature OFFICIAL = new OfficialSignature();
    private static final AlipaySignature SIGNATURE =
            AlipaySignature.of(OFFICIAL.applicationPrivateKey(), OFFICIAL.alipayPublicKey());

    @Test
    void reads_signed_content_in_chinese() {
        String content = "{\"code\":\"10000\",\"ep_name\":\"示例（上海）科技有限公司😀\"}";

        assertThat(read(answer(content, OFFICIAL.sign(content))).text("ep_name"))
                .isEqualTo("示例（上海）科技有限公司😀");
    }

    @Test
    void rejects_content_with_any_character_changed() {
        String content = "{\"code\":\"10000\",\"ep_name\":\"示例\"}";
        String sign = OFFICIAL.sign(content);

        for (int i = content.indexOf("示例"); i < content.length() - 2; i++) {
            String changed = content.substring(0, i) + "x" + content.substring(i + 1);
            assertThatThrownBy(() -> read(answer(changed, sign))).hasMessageContaining("has an invalid signature");
        }
    }

    /** The gateway may escape slashes after signing. Who adds backslashes on the way must not change a value. */
    @Test
    void reads_what_was_signed_if_slashes_were_escaped() {
        String content = "{\"code\":\"10000\",\"ep_name\":\"a\\/b\"}";
        String escaped = content.replace("/", "\\/");

        assertThat(read(answer(escaped, OFFICIAL.sign(content))).text("ep_name"))
                .isEqualTo("a/b");
    }

    /** Alipay does not sign errors about the application or its key, which are those of a new installation. */
    @Test
    void names_code_of_unsigned_error() {
        assertThatThrownBy(() -> read("{\"error_response\":{\"code\":\"40002\",\"sub_code\":\"isv.invalid-app-id\"}}"))
                .isInstanceOf(AlipayFailure.class)
                .hasMessage("Alipay's response has no signature and contains code 40002 isv.invalid-app-id");
        assertThatThrownBy(() ->
                        read("{\"error_response\":{\"code\":\"1\\n<\",\"sub_code\":\"" + "x".repeat(500) + "\"}}"))
                .message()
                .contains("code 1?? xxx")
                .hasSizeLessThan(200);
    }

    private static AlipayAnswer read(String body) {
        return AlipayAnswer.read(body, METHOD, SIGNATURE);
    }

    private static String answer(String content, String sign) {
        return "{\"zhima_credit_ep_certification_query_response\":" + content + ",\"sign\":\"" + sign + "\"}";
    }
}
