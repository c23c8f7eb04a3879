package io.zizhi.document.viewing.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.document.viewing.pages.PageException.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script in place of LibreOffice, which is not installed on most machines. */
class OfficeConversionTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final long MEMORY = 256L << 20;

    /** The last argument is the file, the one before it the folder. */
    private static final String ARGUMENTS = "#!/bin/sh\nfor last; do folder=\"$file\"; file=\"$last\"; done\n";

    @TempDir
    Path folder;

    @BeforeEach
    void requireNamespaces() throws Exception {
        assumeThat(new ProcessBuilder("unshare", "--user", "--map-current-user", "--net", "--pid", "--fork", "true")
                        .start()
                        .waitFor())
                .as("user namespaces on this machine")
                .isZero();
    }

    @Test
    void converts_in_a_private_folder_without_network() throws IOException {
        Path pdf = Files.write(folder.resolve("converted.pdf"), SamplePdfs.pages(2));
        Path office = office("test $(wc -l < /proc/net/dev) -le 3 || exit 1\n"
                + "stat -c %a \"$folder\" > " + folder.resolve("mode") + "\n"
                + "cp \"$file\" " + folder.resolve("seen") + "\n"
                + "cp " + pdf + " \"$folder/document.pdf\"\n");

        byte[] converted = new OfficeConversion(office, LONG, MEMORY)
                .convert(FileFormat.DOCX, Pieces.of(SampleFiles.docx()), Files::readAllBytes);

        assertThat(converted).isEqualTo(Files.readAllBytes(pdf));
        assertThat(folder.resolve("seen")).hasBinaryContent(SampleFiles.docx());
        assertThat(folder.resolve("mode")).hasContent("700");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void refuses_a_file_that_is_not_converted() throws IOException {
        assertRefused(Cause.UNREADABLE, office("exit 1\n"), LONG);
        assertRefused(Cause.TOO_COMPLEX, office("exec sleep 600\n"), Duration.ofMillis(300));
        assertRefused(Cause.TOO_COMPLEX, office("head -c 6000000 /dev/zero > \"$folder/document.pdf\"\n"), LONG);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void bounds_memory_and_files() throws IOException {
        Path pdf = Files.write(folder.resolve("converted.pdf"), SamplePdfs.pages(1));
        String convert = " && cp " + pdf + " \"$folder/document.pdf\"\n";
        // one line of 300 megabytes, which tail keeps in memory
        assertRefused(Cause.UNREADABLE, office("head -c 300000000 /dev/zero | tail -n 1 > /dev/null" + convert), LONG);
        assertRefused(Cause.UNREADABLE, office("head -c 70000000 /dev/zero > \"$folder/flood\"" + convert), LONG);
        // nobody reads what it prints
        byte[] converted = convert(office("head -c 300000000 /dev/zero && kill -0 $$" + convert));
        assertThat(converted).isEqualTo(Files.readAllBytes(pdf));
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void ends_every_process_with_the_first() throws IOException {
        Path endless = Files.createFile(folder.resolve("endless"));
        // a process that has left its session
        String child = "setsid tail -f " + endless + " &\n";
        assertRefused(Cause.TOO_COMPLEX, office(child + "exec sleep 600\n"), Duration.ofSeconds(1));
        assertRefused(Cause.UNREADABLE, office(child + "sh -c 'kill -SEGV $$'\n"), LONG);
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(command -> command.contains(endless.toString()));
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void ends_although_the_service_was_killed() throws Exception {
        Process process = OfficeProcess.bounded(folder, Duration.ZERO, MEMORY, List.of("sleep", "600"))
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            OfficeProcess.end(process);
        }
    }

    @Test
    void does_not_follow_a_link_in_place_of_the_pdf() throws IOException {
        Path pdf = Files.write(folder.resolve("converted.pdf"), SamplePdfs.pages(1));
        assertRefused(Cause.UNREADABLE, office("ln -s " + pdf + " \"$folder/document.pdf\"\n"), LONG);
    }

    @Test
    void starts_with_a_fresh_profile_without_macros_and_without_secrets() throws IOException {
        Path pdf = Files.write(folder.resolve("converted.pdf"), SamplePdfs.pages(1));
        convert(office("cp \"$folder/profile/user/registrymodifications.xcu\" " + folder.resolve("profile") + "\n"
                + "env > " + folder.resolve("environment") + "\n"
                + "cp " + pdf + " \"$folder/document.pdf\"\n"));

        assertThat(folder.resolve("profile"))
                .content()
                .contains("\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true</value>");
        assertThat(Files.readAllLines(folder.resolve("environment")))
                .allMatch(line -> line.matches("(PATH|HOME|TMPDIR|PWD|OLDPWD|SHLVL|_)=.*"));
    }

    @Test
    void refuses_to_begin_without_the_program() {
        OfficeConversion missing = new OfficeConversion(folder.resolve("soffice"), LONG, MEMORY);
        assertThatThrownBy(() -> missing.begin(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no program " + folder.resolve("soffice"));
    }

    @Test
    void begins_with_the_program() throws IOException {
        new OfficeConversion(office("exit 0\n"), LONG, MEMORY).begin(folder);
    }

    @Test
    void removes_folders_of_killed_services_only() throws IOException {
        Path killed = Files.createDirectory(folder.resolve("zizhi-office-999999999999-1"));
        Files.writeString(killed.resolve("document.docx"), "text");
        Path restarted = Files.createDirectory(
                folder.resolve("zizhi-office-" + ProcessHandle.current().pid() + "-2"));
        Path busy = Files.createDirectory(folder.resolve(
                "zizhi-office-" + ProcessHandle.current().parent().orElseThrow().pid() + "-3"));
        Path other = Files.createDirectory(folder.resolve("zizhi-office"));

        OfficeConversion.removeLeftovers(folder);

        assertThat(killed).doesNotExist();
        assertThat(restarted).doesNotExist();
        assertThat(busy).exists();
        assertThat(other).exists();
    }

    @Test
    void ends_with_the_service() throws Exception {
        Path started = folder.resolve("started");
        OfficeConversion conversion = new OfficeConversion(office("touch " + started + "\nsleep 600\n"), LONG, MEMORY);
        CompletableFuture<byte[]> pdf = CompletableFuture.supplyAsync(() -> {
            try {
                return conversion.convert(FileFormat.DOC, Pieces.of(SampleFiles.doc()), Files::readAllBytes);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        await().until(() -> Files.exists(started) || pdf.isDone());

        conversion.close();

        assertThat(leftovers()).isEmpty();
        assertThatThrownBy(() -> pdf.get(2, TimeUnit.MINUTES))
                .rootCause()
                .isInstanceOfSatisfying(
                        PageException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Cause.PROCESS_ENDED));
    }

    private static byte[] convert(Path office) throws IOException {
        return convert(office, LONG);
    }

    private static byte[] convert(Path office, Duration limit) throws IOException {
        return new OfficeConversion(office, limit, MEMORY)
                .convert(FileFormat.DOC, Pieces.of(SampleFiles.doc()), Files::readAllBytes);
    }

    private static void assertRefused(Cause cause, Path office, Duration limit) {
        assertThatThrownBy(() -> convert(office, limit))
                .isInstanceOfSatisfying(
                        PageException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(cause));
    }

    private Path office(String script) throws IOException {
        Path office = Files.writeString(Files.createTempFile(folder, "soffice", ""), ARGUMENTS + script);
        return Files.setPosixFilePermissions(office, PosixFilePermissions.fromString("rwx------"));
    }

    /** Other processes of this machine may convert at the same time. */
    private static List<Path> leftovers() throws IOException {
        String own = "zizhi-office-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(own))
                    .toList();
        }
    }
}
