package io.zizhi.document.viewing.pages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.document.viewing.pages.PageException.Cause;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PageProcessTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final long HEAP = 192L << 20;

    private static final PageJob PDF = new PageJob(FileFormat.PDF, 1, 600, null);

    @Test
    void renders_one_page_after_the_other() throws IOException {
        try (PageProcess process = PageProcess.start(HEAP)) {
            assertThat(process.render(PDF, Pieces.of(SamplePdfs.pages(2)), LONG).pages())
                    .isEqualTo(2);
            assertRefused(Cause.UNREADABLE, process, PDF, SampleFiles.pdf(), LONG);
            PageJob picture = new PageJob(FileFormat.PNG, 1, 600, null);
            assertThat(process.render(picture, Pieces.of(SampleFiles.png()), LONG)
                            .png())
                    .startsWith(0x89, 'P', 'N', 'G');
            assertThat(process.isUsable()).isTrue();
        }
    }

    @Test
    void inspects_files_beside_pages() throws IOException {
        try (PageProcess process = PageProcess.start(HEAP)) {
            assertThat(inspect(process, SamplePdfs.pages(2))).isEmpty();
            assertThat(inspect(process, SampleFiles.pdfWith("\n1 0 obj <</EF 2 0 R>> endobj %".getBytes(ISO_8859_1))))
                    .isEqualTo("EF");
            byte[] damaged = SampleFiles.pdfWith("\n1 0 obj <</A>> endobj %".getBytes(ISO_8859_1));
            assertThatThrownBy(() -> inspect(process, damaged))
                    .isInstanceOfSatisfying(
                            PageException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Cause.UNREADABLE));
            assertThat(process.render(PDF, Pieces.of(SamplePdfs.pages(2)), LONG).pages())
                    .isEqualTo(2);
        }
    }

    @Test
    void ends_when_the_objects_of_a_file_fill_its_memory() throws IOException {
        String object = "\n1 0 obj [" + "/A ".repeat(1_500_000) + "] endobj %";
        byte[] large = SampleFiles.pdfWith(object.getBytes(ISO_8859_1));
        try (PageProcess process = PageProcess.start(16L << 20)) {
            assertThatThrownBy(() -> inspect(process, large))
                    .isInstanceOfSatisfying(
                            PageException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Cause.TOO_COMPLEX));
            assertThat(process.isUsable()).isFalse();
        }
    }

    private static String inspect(PageProcess process, byte[] pdf) throws IOException {
        return process.inspect(Pieces.of(pdf), LONG);
    }

    @Test
    void ends_a_page_that_takes_too_long() throws IOException {
        try (PageProcess process = PageProcess.start(HEAP)) {
            process.render(PDF, Pieces.of(SamplePdfs.pages(1)), LONG);
            assertRefused(Cause.TOO_COMPLEX, process, PDF, SamplePdfs.endless(), Duration.ofSeconds(1));
            assertThat(process.isUsable()).isFalse();
        }
    }

    @Test
    void ends_when_its_memory_runs_out() throws IOException {
        try (PageProcess process = PageProcess.start(32L << 20)) {
            assertRefused(Cause.TOO_COMPLEX, process, PDF, SamplePdfs.pictureBomb(), LONG);
            assertThat(process.isUsable()).isFalse();
        }
    }

    @Test
    void a_process_that_others_killed_says_nothing_about_the_page() throws IOException {
        try (PageProcess process = PageProcess.start(HEAP)) {
            process.render(PDF, Pieces.of(SamplePdfs.pages(1)), LONG);
            ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
            handle.destroyForcibly();
            handle.onExit().join();
            assertRefused(Cause.PROCESS_ENDED, process, PDF, SamplePdfs.pages(1), LONG);
            assertThat(process.isUsable()).isFalse();
        }
    }

    @Test
    void ends_with_its_input_in_the_middle_of_a_page() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PageProgram.class.getName())
                .redirectErrorStream(true)
                .start();
        try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
            PDF.writeTo(out);
            out.writeInt(SamplePdfs.endless().length);
            out.write(SamplePdfs.endless());
        }
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assertRefused(Cause cause, PageProcess process, PageJob job, byte[] file, Duration limit) {
        assertThatThrownBy(() -> process.render(job, Pieces.of(file), limit))
                .isInstanceOfSatisfying(
                        PageException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(cause));
    }
}
