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
 * Reads the operating system's process data. A pid is not enough to identify a process, because after a reboot it may
 * belong to another program. A process belongs to the installation only if its command line contains the marker.
 */
public final class ProcessTable {

    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    /**
     * Number of attempts, which take five seconds. On a busy machine a process may need that long to execute another
     * program.
     */
    private static final int ATTEMPTS = 1_000;

    private static final long PAUSE_NANOS = 5_000_000;

    private ProcessTable() {}

    /**
     * Returns the command line of a live process, arguments separated by a blank; empty if it does not exist or is a
     * zombie.
     */
    public static String commandLine(long pid) {
        return whole(pid, "cmdline").replace('\0', ' ');
    }

    /**
     * Reads a file of a live process that holds NUL-terminated strings. It is empty or cut off while the process
     * executes another program, as setsid does.
     */
    private static String whole(long pid, String file) {
        String content = read(pid, file);
        for (int attempt = 0; !content.endsWith("\0") && attempt < ATTEMPTS && lives(pid); attempt++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            content = read(pid, file);
        }
        return content;
    }

    /** Waits until no process has {@code folder} as its working directory, or until the timeout. */
    public static void awaitNobodyIn(Path folder, Duration timeout) {
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
                // it has ended, or belongs to another user
                return false;
            }
        });
    }

    /** Returns whether the process exists and is not a zombie. */
    private static boolean lives(long pid) {
        return "ZX".indexOf(state(pid, "stat")) < 0;
    }

    /** Returns whether all threads of the process have stopped, as they do a moment after SIGSTOP, or it has ended. */
    static boolean isStopped(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.allMatch(thread -> "TX".indexOf(state(pid, "task/" + thread.getFileName() + "/stat")) >= 0);
        } catch (IOException ended) {
            return true;
        }
    }

    /**
     * Returns the state in a file of the process; X if it has ended. The state follows the name of the program, which is
     * in parentheses and may contain parentheses.
     */
    private static char state(long pid, String file) {
        String stat = read(pid, file);
        int name = stat.lastIndexOf(')');
        return name > 0 && name + 2 < stat.length() ? stat.charAt(name + 2) : 'X';
    }

    /**
     * Returns the resident memory of a process and its children, in bytes. Shared pages are divided among their
     * processes, so PostgreSQL's buffers count once.
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

    /** Returns the initial environment of a process; empty if it does not exist or belongs to another user. */
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

    /** Sends a signal by its name, such as TERM; Java itself supports only TERM and KILL. */
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
