package io.zizhi.qualification.bulk.sheet.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes the ZIP archive of a workbook. */
class ArchiveFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(
                Workbooks.of("<row><c><v>1</v></c></row>"),
                Workbooks.zip(Map.of()),
                Workbooks.zip(Map.of("xl/../../x", "a", "xl/workbook.xml", "<workbook/>")));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void reads_or_rejects_any_archive(byte[] archive) {
        SheetOutcome.refusalOf(SheetFormat.XLSX, archive);
    }
}
