package io.zizhi.document.intake.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.intake.Upload;
import io.zizhi.document.intake.inspection.InspectedFile.Accepted;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.e2e.hostile.HostileFile;
import io.zizhi.e2e.hostile.HostileFiles;
import io.zizhi.platform.http.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFilesTest {

    /** What must not be left of a picture. */
    private static final List<String> TRACES = List.of("GPS", "<?php", "ICC_PROFILE", "iCCP", "zTXt", "ftyp", "Exif");

    static List<HostileFile> files() {
        return HostileFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void has_the_expected_outcome(HostileFile file) {
        byte[] bytes = file.bytes();
        assertThat(bytes.length).isLessThanOrEqualTo(Upload.MAX_BYTES);
        if (file.isAccepted()) {
            Accepted accepted = accept(file, bytes);
            assertThat(accepted.facts().size()).isEqualTo(accepted.bytes().length);
            if (accepted.facts().format().isImage()) {
                assertThat(new String(accepted.bytes(), ISO_8859_1)).doesNotContain(TRACES);
            } else {
                assertThat(accepted.bytes()).isEqualTo(bytes);
            }
        } else {
            assertThatThrownBy(() -> accept(file, bytes)).isInstanceOfSatisfying(ProblemException.class, problem -> {
                assertThat(problem.code()).isEqualTo(file.code());
                assertThat(problem.status()).isEqualTo(file.status());
            });
        }
    }

    @Test
    void lists_at_least_twenty_four_files_without_their_codes() {
        assertThat(HostileFiles.all()).hasSizeGreaterThanOrEqualTo(24);
    }

    private static Accepted accept(HostileFile file, byte[] bytes) {
        return SampleFiles.accept(bytes, DocumentKind.named(file.kind()).orElseThrow());
    }
}
