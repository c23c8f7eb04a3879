package io.zizhi.local.server;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A process that outlives the program that started it, with a pid file and a log under the installation's folder. Later
 * programs find it with {@link #running}.
 */
public final class ServerProcess {

    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOKS_AT_PORT = 60;
    private static final long BETWEEN_LOOKS_NANOS = 50_000_000;
    private static final long LOG_KEPT = 8L << 20;

    private final String name;
    private final Path folder;
    private final ProcessRecord record;
    private final long logStart;

    private ServerProcess(String name, Path folder, ProcessRecord record, long logStart) {
        this.name = name;
        this.folder = folder;
        this.record = record;
        this.logStart = logStart;
    }

    /** Returns the process called {@code name} of the installation in {@code folder}, if it is running. */
    public static Optional<ServerProcess> running(String name, Path folder) {
        return ProcessRecord.read(pidFile(name, folder))
                .filter(ProcessRecord::alive)
                .map(record -> new ServerProcess(name, folder, record, 0));
    }

    /** Returns the names of all processes that were started in {@code folder} and not stopped since. */
    public static List<String> recorded(Path folder) {
        Path run = folder.resolve("run");
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (var files = Files.list(run)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".pid"))
                    .map(file -> file.substring(0, file.length() - ".pid".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the records of processes that have ended. */
    public static void removeEnded(Path folder) {
        for (String name : recorded(folder)) {
            if (running(name, folder).isEmpty()) {
                deletePidFile(pidFile(name, folder));
            }
        }
    }

    /** Starts a process in its own session, so that neither Ctrl-C nor the end of a terminal reaches it. */
    public static ServerProcess start(Launch launch, Path folder) {
        awaitPort(launch.port());
        Port.requireFree(launch.port(), launch.title(), launch.portVariable());
        Path log = log(launch.name(), folder);
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(launch.command());
        try {
            PrivateFiles.folder(folder.resolve("logs"));
            rotate(log);
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            PrivateFiles.folder(folder.resolve("run"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            ProcessRecord record =
                    new ProcessRecord(process.pid(), launch.port(), launch.stopSignal(), launch.marker());
            record.write(pidFile(launch.name(), folder));
            return new ServerProcess(launch.name(), folder, record, logStart);
        } catch (IOException e) {
            throw new LocalFailure(launch.title() + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Waits for the port of a process that has just ended: its command line disappears before its sockets close. */
    private static void awaitPort(int port) {
        for (int look = 0; look < LOOKS_AT_PORT && !Port.isFree(port); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    /**
     * Finds or starts the process called {@code name} and waits until {@code probe} reports it ready. A process that it
     * finds may still be starting, because the command that started it was interrupted. The process is stopped if the
     * wait fails.
     */
    public static ServerProcess ready(
            String name, String title, Path folder, Supplier<Launch> launch, Probe probe, Duration timeout) {
        ServerProcess process = running(name, folder).orElseGet(() -> start(launch.get(), folder));
        try {
            process.awaitReady(title, probe, timeout);
            return process;
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    /** Waits until {@code probe} reports readiness. */
    void awaitReady(String title, Probe probe, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        String answer = probe.answer(port());
        while (!answer.isEmpty()) {
            if (!alive()) {
                throw new LocalFailure(title + " ended while it was starting." + lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new LocalFailure(
                        title + " was not ready after " + timeout.toSeconds() + " s: " + answer + "." + lastWords());
            }
            moment();
            answer = probe.answer(port());
        }
    }

    public long pid() {
        return record.pid();
    }

    public int port() {
        return record.port();
    }

    /** Returns the start time. */
    public Instant since() {
        return ProcessHandle.of(record.pid())
                .flatMap(process -> process.info().startInstant())
                .orElse(Instant.EPOCH);
    }

    /** Returns the environment at its start, if the operating system reveals it. */
    public Optional<Map<String, String>> environment() {
        return ProcessTable.environment(record.pid());
    }

    /** Returns the memory of the process and its children, in bytes; 0 if the operating system does not reveal it. */
    public long memory() {
        return ProcessTable.memory(record.pid());
    }

    public boolean alive() {
        return record.alive();
    }

    /** Stops the process gracefully, and kills it if it does not end within half a minute. */
    public void stop() {
        stop(record.stopSignal());
    }

    /** Stops the process like {@link #stop()}, but with {@code signal}. */
    public void stop(String signal) {
        if (alive()) {
            ProcessTable.signal(record.pid(), signal);
            if (!endsWithin(PATIENCE)) {
                kill();
            }
        }
        deletePidFile(pidFile(name, folder));
    }

    /** Kills the process (SIGKILL), as a crash would, and waits until it has ended. */
    public void kill() {
        if (alive()) {
            ProcessTable.signal(record.pid(), "KILL");
            endsWithin(PATIENCE);
        }
        deletePidFile(pidFile(name, folder));
    }

    /** Pauses the process (SIGSTOP): it keeps its connections but does not respond. Returns when it has stopped. */
    public void pause() {
        ProcessTable.signal(record.pid(), "STOP");
        happensWithin(PATIENCE, () -> ProcessTable.isStopped(record.pid()));
    }

    public void resume() {
        ProcessTable.signal(record.pid(), "CONT");
    }

    private boolean endsWithin(Duration patience) {
        return happensWithin(patience, () -> !alive());
    }

    private static boolean happensWithin(Duration patience, BooleanSupplier event) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!event.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            moment();
        }
        return true;
    }

    /** Deletes the record of the process called {@code name}. */
    static void deletePidFile(String name, Path folder) {
        deletePidFile(pidFile(name, folder));
    }

    private static void deletePidFile(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastWords() {
        return LastWords.in(log(name, folder), logStart) + "\nFull log: ./zizhi logs " + name + " -n 1000";
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_KEPT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path pidFile(String name, Path folder) {
        return folder.resolve("run").resolve(name + ".pid");
    }

    private static Path log(String name, Path folder) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    private static void moment() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while waiting for a process", e);
        }
    }
}
