package io.zizhi.local;

import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.suite.SuitePart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The status of one part.
 *
 * @param process the process, if it runs
 * @param complaint the reason why it is not ready; empty if it is ready
 */
record PartStatus(String name, State state, @Nullable ServerProcess process, String complaint) {

    enum State {
        /** Runs and is ready. */
        READY,
        /** Runs but is not ready. */
        UNREADY,
        /** Ended unexpectedly after it was started. */
        ENDED,
        /** Was never started, or was stopped. */
        STOPPED
    }

    /** How long to wait for an answer: a paused process accepts connections but never answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    static PartStatus of(SuitePart part, Path folder) {
        Optional<ServerProcess> running = ServerProcess.running(part.name(), folder);
        if (running.isEmpty()) {
            boolean started = ServerProcess.recorded(folder).contains(part.name());
            return started
                    ? new PartStatus(part.name(), State.ENDED, null, "last log lines: ./zizhi logs " + part.name())
                    : new PartStatus(part.name(), State.STOPPED, null, "");
        }
        ServerProcess process = running.get();
        String complaint = ask(part, process.port());
        State state = complaint.isEmpty() ? State.READY : State.UNREADY;
        return new PartStatus(part.name(), state, process, complaint);
    }

    private static String ask(SuitePart part, int port) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> answer.complete(part.probe().answer(port)));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "no answer within " + PATIENCE.toSeconds() + " s";
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
