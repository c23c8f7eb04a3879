package io.zizhi.document.intake.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFacts;
import io.zizhi.platform.http.problem.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes format detection and the parsing of image structures. */
class FileInspectionFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(
                SampleFiles.png(),
                SampleFiles.jpeg(),
                SampleFiles.gif(),
                SampleFiles.pdf(),
                SampleFiles.doc(),
                SampleFiles.docx(),
                SampleFiles.zip("[Content_Types].xml", "../word/document.xml"),
                SampleFiles.pngClaiming(100_000, 100_000));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void accepts_or_refuses_a_file(byte[] file) {
        inspect(file, DocumentKind.ID_EMBLEM);
        inspect(file, DocumentKind.MORE_MATERIAL);
    }

    private static void inspect(byte[] file, DocumentKind kind) {
        try {
            FileFacts facts = FileInspection.inspect(file, kind, null);
            assertThat(kind.accepts(facts.format())).isTrue();
            assertThat(facts.size()).isEqualTo(file.length);
        } catch (ProblemException refusal) {
            assertThat(refusal.status()).isBetween(400, 499);
        }
    }
}
