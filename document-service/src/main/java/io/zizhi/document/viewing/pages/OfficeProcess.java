package io.zizhi.document.viewing.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Bounds of a process of LibreOffice: no network, no environment, limited memory and files, and no process that
 * outlives it or the service. {@code timeout} is of coreutils, {@code prlimit} and {@code unshare} are of util-linux.
 */
final class OfficeProcess {

    private static final Logger LOG = Logger.getLogger(OfficeProcess.class);

    /** Largest file that may be written: the PDF has 5 MiB at most, but pictures are unpacked before. */
    private static final int LARGEST_FILE = 64 * 1024 * 1024;

    /** How much later than its caller the process ends itself, in case that the caller was killed. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** A killed process ends at once, unless its disk does not answer. */
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private OfficeProcess() {}

    /**
     * Returns the command with its bounds. All its processes are in a name space of their own, which ends with the
     * first of them. The output is dropped, because it may contain text of documents.
     *
     * @param folder where it may write
     * @param limit after which the caller ends it
     * @param memory bytes of the address space of each process
     */
    static ProcessBuilder bounded(Path folder, Duration limit, long memory, List<String> command) {
        List<String> bounds = List.of(
                "timeout",
                "--signal=KILL",
                Long.toString(limit.plus(GRACE).toSeconds()),
                "prlimit",
                "--as=" + memory,
                "--fsize=" + LARGEST_FILE,
                "--core=0",
                "unshare",
                "--user",
                "--map-current-user",
                "--net",
                "--pid",
                "--fork",
                "--kill-child");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(bounds.stream(), command.stream()).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        return builder;
    }

    /** Fails if the program does not exist, or if this machine cannot bound it. */
    static void requireUsable(Path program, Path folder, long memory) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("zizhi.pages.office: there is no program " + program);
        }
        try {
            Process process =
                    bounded(folder, LONGEST_END, memory, List.of("true")).start();
            if (!process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                end(process);
                throw new IllegalStateException("zizhi.pages.office needs user namespaces, which this machine refuses"
                        + " (unshare --user --net --pid true). Allow them, or remove the setting.");
            }
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "zizhi.pages.office needs timeout (coreutils), prlimit and unshare (util-linux)", missing);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopping);
        }
    }

    /** Kills the process with its children, because soffice is a script whose children do the work, and waits. */
    static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends)
                    .orTimeout(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException stuck) {
            LOG.warnf("LibreOffice does not end: %s", stuck.getCause());
        }
    }
}
