package io.zizhi.document.scanning.clamd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.scanning.ScanResult;
import io.zizhi.document.scanning.ScanResult.Clean;
import io.zizhi.document.scanning.ScanResult.Infected;
import io.zizhi.document.storage.objects.PiecesMother;
import io.zizhi.e2e.hostile.HostileFile;
import io.zizhi.e2e.hostile.HostileFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scans with ClamAV's own daemon, which knows only the signatures of this test. It listens on a Unix socket only: another
 * program could take a free port before the daemon does. {@link InstreamTest} covers ports.
 */
class RealClamdTest {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");

    /** The test file of the antivirus industry, in two parts so that no scanner finds it here. */
    private static final byte[] EICAR =
            ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*").getBytes(US_ASCII);

    @TempDir
    private static Path folder;

    private static @Nullable Process clamd;

    @BeforeAll
    static void start_clamd() throws IOException {
        assumeTrue(
                Files.isExecutable(CLAMD) || "true".equals(System.getenv("CI")),
                "no " + CLAMD + " on this machine: install clamav-daemon");
        Files.createDirectory(folder.resolve("db"));
        Files.write(folder.resolve("db/test.hdb"), resource("test.hdb"));
        Files.write(folder.resolve("db/test.ndb"), resource("test.ndb"));
        Files.write(folder.resolve("db/test.yara"), resource("test.yara"));
        Path settings = folder.resolve("clamd.conf");
        Files.writeString(settings, new String(resource("clamd.conf"), US_ASCII).replace("FOLDER", folder.toString()));
        Path log = folder.resolve("clamd.log");
        clamd = new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(scan(SampleFiles.png())).as(log(log)).isEqualTo(new Clean()));
    }

    @AfterAll
    static void stop_clamd() {
        if (clamd != null) {
            clamd.destroy();
        }
    }

    @Test
    void finds_nothing_in_ordinary_files() throws IOException {
        assertThat(scan(SampleFiles.jpeg())).isEqualTo(new Clean());
        assertThat(scan(SampleFiles.docx())).isEqualTo(new Clean());
    }

    @Test
    void finds_a_threat_alone_zipped_and_appended() throws IOException {
        for (byte[] infected : new byte[][] {EICAR, zipped(EICAR), joined(SampleFiles.jpeg(), EICAR)}) {
            assertThat(scan(infected))
                    .isInstanceOfSatisfying(
                            Infected.class, found -> assertThat(found.threat()).startsWith("Zizhi.Test.Eicar"));
        }
    }

    @Test
    void finds_a_script_in_a_picture_but_not_in_what_is_stored() throws IOException {
        byte[] uploaded = HostileFiles.all().stream()
                .filter(file -> file.name().equals("jpeg-script-in-comment"))
                .map(HostileFile::bytes)
                .findFirst()
                .orElseThrow();
        assertThat(scan(uploaded))
                .isInstanceOfSatisfying(
                        Infected.class, found -> assertThat(found.threat()).contains("Zizhi_Test_Php"));
        assertThat(scan(SampleFiles.asStored(uploaded))).isEqualTo(new Clean());
    }

    @Test
    void finds_a_threat_in_a_pdf() throws IOException {
        assertThat(scan(SampleFiles.pdfWith(EICAR))).isInstanceOf(Infected.class);
    }

    @Test
    void decides_nothing_about_a_stream_that_is_too_long() throws IOException {
        assertThat(scan(new byte[2_000_000])).isEqualTo(ClamdAnswer.TOO_LARGE);
    }

    private static ScanResult scan(byte[] document) throws IOException {
        String address = "unix:" + folder.resolve("clamd.socket");
        return ClamdAnswer.interpret(
                new Instream(ClamdAddress.parse(address), Duration.ofSeconds(30), Duration.ofMinutes(2))
                        .scan(PiecesMother.of(document)));
    }

    private static byte[] zipped(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("file.txt"));
            zip.write(file);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RealClamdTest.class.getResourceAsStream("/clamd/" + name))) {
            return in.readAllBytes();
        }
    }

    private static String log(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
