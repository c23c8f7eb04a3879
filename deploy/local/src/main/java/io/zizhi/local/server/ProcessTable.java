package io.zizhi.local.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the operating system says about processes. A pid alone proves nothing: after a restart of the machine it may
 * belong to a stranger, so a process counts as ours only with our words on its command line.
 */
final class ProcessTable {

    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    /** Five seconds: on a machine that is busy a process may wait that long in the middle of becoming another program. */
    private static final int ATTEMPTS = 1_000;

    private static final long PAUSE_NANOS = 5_000_000;

    private ProcessTable() {}

    /** The command line of a live process, arguments separated by a blank; empty if there is none, or a zombie. */
    static String commandLine(long pid) {
        return whole(pid, "cmdline").replace('\0', ' ');
    }

    /**
     * Such a file of a live process, strings that each end with a NUL. It is empty or cut off while a process becomes
     * another program, as setsid does.
     */
    private static String whole(long pid, String file) {
        String content = read(pid, file);
        for (int attempt = 0; !content.endsWith("\0") && attempt < ATTEMPTS && lives(pid); attempt++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            content = read(pid, file);
        }
        return content;
    }

    /** Waits until no process has {@code folder} as its working directory, or until the time is up. */
    static void awaitNobodyIn(Path folder, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (anybodyIn(folder) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean anybodyIn(Path folder) {
        return ProcessHandle.allProcesses().anyMatch(process -> {
            try {
                return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                        .equals(folder);
            } catch (IOException e) {
                // it has ended, or is another user's
                return false;
            }
        });
    }

    /** The state follows the name of the program, which stands in parentheses and may itself hold some. */
    private static boolean lives(long pid) {
        String stat = read(pid, "stat");
        int name = stat.lastIndexOf(')');
        return name > 0 && name + 2 < stat.length() && "ZX".indexOf(stat.charAt(name + 2)) < 0;
    }

    /**
     * The resident memory of a process and its children, in bytes. Pages that several processes share are divided among
     * them, or the children of PostgreSQL would each count its buffers.
     */
    static long memory(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> PROPORTIONAL
                        .matcher(read(process.pid(), "smaps_rollup"))
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)) * 1024)
                        .sum())
                .sum();
    }

    /** The environment that a process was started with; nothing if there is no such process, or it is another user's. */
    static Optional<Map<String, String>> environment(long pid) {
        Map<String, String> environment = new HashMap<>();
        if (!Files.isReadable(Path.of("/proc", Long.toString(pid), "environ"))) {
            return Optional.empty();
        }
        for (String variable : whole(pid, "environ").split("\0", -1)) {
            int name = variable.indexOf('=');
            if (name > 0) {
                environment.put(variable.substring(0, name), variable.substring(name + 1));
            }
        }
        return environment.isEmpty() ? Optional.empty() : Optional.of(environment);
    }

    private static String read(long pid, String file) {
        try {
            byte[] content = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
            return new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Sends a signal by its name, such as TERM; Java itself knows only TERM and KILL. */
    static void signal(long pid, String signal) {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Could not signal process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
