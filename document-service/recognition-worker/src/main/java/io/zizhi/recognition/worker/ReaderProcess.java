package io.zizhi.recognition.worker;

import io.zizhi.recognition.DocumentForm;
import io.zizhi.recognition.worker.Frames.Frame;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A running {@link ReaderMain}. Used by one thread at a time. */
final class ReaderProcess implements AutoCloseable {

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private final ScheduledExecutorService watch;
    private volatile boolean failed;

    private ReaderProcess(Process process, ScheduledExecutorService watch) {
        this.process = process;
        this.watch = watch;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Starts a process. It is not ready yet.
     *
     * @param watch kills processes that take too long
     */
    static ReaderProcess start(List<String> command, ScheduledExecutorService watch) {
        ProcessBuilder process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // ONNX Runtime from 1.29 on sends a device id and figures about models to its maker unless told not to.
        process.environment().put("ORT_DISABLE_TELEMETRY", "1");
        try {
            return new ReaderProcess(process.start(), watch);
        } catch (IOException failed) {
            throw new UncheckedIOException("A process that reads pictures could not be started", failed);
        }
    }

    /** Waits until the models are loaded. Returns false if the process has ended, or was killed after {@code limit}. */
    boolean awaitReady(Duration limit) {
        return exchange(null, limit) instanceof Outcome.Ready;
    }

    /** Has a picture read. After a crash or a time-out the process has ended. */
    Outcome read(DocumentForm form, byte[] picture, Duration limit) {
        return exchange(new Frame(form.name(), picture), limit);
    }

    private Outcome exchange(@Nullable Frame request, Duration limit) {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = watch.schedule(
                () -> {
                    late.set(true);
                    process.destroyForcibly();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            if (request != null) {
                Frames.write(requests, request.word(), request.bytes());
            }
            return outcome(Frames.read(answers));
        } catch (IOException ended) {
            // A killed process stays alive for a moment.
            failed = true;
            process.destroyForcibly();
            return late.get() ? new Outcome.TimedOut() : new Outcome.Crashed();
        } finally {
            alarm.cancel(false);
        }
    }

    private static Outcome outcome(Frame answer) {
        return switch (answer.word()) {
            case Frames.READY -> new Outcome.Ready();
            case Frames.DONE -> new Outcome.Done(answer.bytes());
            default -> new Outcome.Undecodable();
        };
    }

    /** Returns whether the process can read another picture. */
    boolean isUsable() {
        return !failed && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What came of a message to the process. */
    sealed interface Outcome {

        /** The models are loaded. */
        record Ready() implements Outcome {}

        /** The picture was read. */
        @SuppressWarnings("ArrayRecordComponent") // Only passed on.
        record Done(byte[] answer) implements Outcome {}

        /** The bytes are no picture. */
        record Undecodable() implements Outcome {}

        /** The process ended before it answered. */
        record Crashed() implements Outcome {}

        /** The process was killed because it took too long. */
        record TimedOut() implements Outcome {}
    }
}
