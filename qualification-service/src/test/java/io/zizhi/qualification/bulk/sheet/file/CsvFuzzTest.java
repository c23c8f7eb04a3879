package io.zizhi.qualification.bulk.sheet.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes CSV files and compares their column counts with an independent parser. */
class CsvFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Stream.of(
                                "name,company\n\"a \"\"b\"\" c\",d\r\n",
                                "\uFEFF名称,公司\n甲,乙\n",
                                "a,\"open\nnext,line",
                                ",".repeat(150),
                                "\n".repeat(50) + "a\0b")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of("名称,公司\n甲,乙\n".getBytes(Charset.forName("GB18030"))));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void reads_or_rejects_any_csv(byte[] bytes) {
        Optional<String> refusal = SheetOutcome.refusalOf(SheetFormat.CSV, bytes);
        boolean tooMany = refusal.filter("SHEET_TOO_MANY_COLUMNS"::equals).isPresent();
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean isUtf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        if (isUtf8 && (tooMany || refusal.isEmpty())) {
            CsvColumns.most(text)
                    .ifPresent(columns -> assertThat(tooMany).isEqualTo(columns > SheetLimits.MAX_COLUMNS));
        }
    }
}
