package io.zizhi.review.decision.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRequestTest {

    private static final Pattern POINTER = Pattern.compile(DecisionRequest.JSON_POINTER);

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "/company/name", "/a~0b~1c", "/moreMaterial/0", "/字段", "/ ", "/~01"})
    void accepts_json_pointers(String pointer) {
        assertThat(POINTER.matcher(pointer).matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x/y", "~0", "/~", "/a~2", "/~0~", "/a\u0000", "/a\n", "/\n~", "/\u0085", "/\u007f"})
    void rejects_other_texts_and_control_characters(String pointer) {
        assertThat(POINTER.matcher(pointer).matches()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "~0", "x", "/~1"})
    void matches_long_pointers_without_recursion(String part) {
        assertThat(POINTER.matcher("/" + part.repeat(100_000)).matches()).isTrue();
    }
}
