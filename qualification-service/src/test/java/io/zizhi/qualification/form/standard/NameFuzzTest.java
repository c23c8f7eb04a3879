package io.zizhi.qualification.form.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class NameFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of("⼯商银⾏", "ＡＢＣ（中国）", "a\u200Bb\u2066", "e\u0301\u0301\u0301", "\uFDFA", "\uD800", "𬭚達")
                .map(name -> name.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void compares_any_name(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        WrittenName name = new WrittenName(text);
        String normalised = name.normalised();

        assertThat(new WrittenName(normalised).normalised()).isEqualTo(normalised);
        assertThat(new WrittenName(normalised).skeleton()).isEqualTo(name.skeleton());
        assertThat(WrittenName.same(text, normalised)).isTrue();
        assertThat(name.imitates(normalised)).isFalse();
        assertThat(name.firstUnlike(normalised)).isEmpty();
        name.firstDeceptive().ifPresent(found -> assertThat(found.isDeceptive()).isTrue());
    }
}
