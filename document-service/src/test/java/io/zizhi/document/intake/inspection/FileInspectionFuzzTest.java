package io.zizhi.document.intake.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.intake.Upload;
import io.zizhi.document.intake.inspection.InspectedFile.Accepted;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.e2e.hostile.HostileFile;
import io.zizhi.e2e.hostile.HostileFiles;
import io.zizhi.platform.http.problem.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes the detection of formats and all parsers of uploaded files. The seeds are the hostile files. */
class FileInspectionFuzzTest {

    /** Larger seeds would make each round slow. */
    private static final int LONGEST_SEED = 64 * 1024;

    static Stream<byte[]> pictures() {
        return Stream.concat(
                seeds("jpeg", "png", "gif"), Stream.of(SampleFiles.png(), SampleFiles.jpeg(), SampleFiles.gif()));
    }

    static Stream<byte[]> documents() {
        return Stream.concat(seeds("pdf", "doc"), Stream.of(SampleFiles.pdf(), SampleFiles.doc(), SampleFiles.docx()));
    }

    @MethodSource("pictures")
    @FuzzTest(maxDuration = "30s")
    void accepts_or_refuses_a_picture(byte[] file) {
        inspect(file, DocumentKind.ID_EMBLEM);
    }

    @MethodSource("documents")
    @FuzzTest(maxDuration = "30s")
    void accepts_or_refuses_further_material(byte[] file) {
        inspect(file, DocumentKind.MORE_MATERIAL);
    }

    private static Stream<byte[]> seeds(String... formats) {
        return HostileFiles.all().stream()
                .filter(file -> Stream.of(formats).anyMatch(file.name()::startsWith))
                .map(HostileFile::bytes)
                .filter(bytes -> bytes.length <= LONGEST_SEED);
    }

    private static void inspect(byte[] file, DocumentKind kind) {
        try {
            Accepted accepted = SampleFiles.accept(file, kind);
            assertThat(kind.accepts(accepted.facts().format())).isTrue();
            assertThat(accepted.facts().size())
                    .isEqualTo(accepted.bytes().length)
                    .isLessThanOrEqualTo(Upload.MAX_BYTES);
        } catch (ProblemException refusal) {
            assertThat(refusal.status()).isBetween(400, 499);
        }
    }
}
