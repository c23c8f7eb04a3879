package io.zizhi.recognition.worker;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The processes that read pictures. Each that has ended is replaced, after a pause that grows while starts fail. */
final class Readers implements AutoCloseable {

    /** Loading the models takes about two seconds on an idle processor. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_DOUBLINGS = 7;

    private final List<String> command;
    private final ScheduledExecutorService watch;
    private final WorkerLog log;
    private final BlockingQueue<ReaderProcess> idle = new LinkedBlockingQueue<>();
    private final Collection<ReaderProcess> running = ConcurrentHashMap.newKeySet();
    private final Collection<ReaderProcess> ready = ConcurrentHashMap.newKeySet();
    private final AtomicLong starts = new AtomicLong();
    private volatile boolean closed;

    /**
     * @param command starts a process that reads pictures
     * @param watch kills processes that take too long; needs no thread of its own for each
     */
    Readers(List<String> command, ScheduledExecutorService watch, WorkerLog log) {
        this.command = List.copyOf(command);
        this.watch = watch;
        this.log = log;
    }

    /** Starts {@code count} processes, which become ready one by one. */
    void start(int count) {
        for (int number = 0; number < count; number++) {
            startOne(0);
        }
    }

    private void startOne(int failures) {
        if (!closed) {
            Thread.ofVirtual().name("start-of-reader").start(() -> startNow(failures));
        }
    }

    private void startNow(int failures) {
        starts.incrementAndGet();
        ReaderProcess reader;
        try {
            reader = ReaderProcess.start(command, watch);
        } catch (UncheckedIOException failed) {
            startLater(failures, "No process could be started: " + failed.getCause());
            return;
        }
        running.add(reader);
        if (closed) {
            remove(reader);
        } else if (reader.awaitReady(LONGEST_START)) {
            log.info("Process " + reader.pid() + " is ready to read pictures");
            ready.add(reader);
            idle.add(reader);
        } else if (!closed) {
            remove(reader);
            startLater(failures, "Process " + reader.pid() + " ended before it was ready");
        }
    }

    private void startLater(int failures, String reason) {
        if (closed) {
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        log.warn(reason + "; the next starts in " + pause);
        var next = watch.schedule(() -> startOne(failures + 1), pause.toMillis(), TimeUnit.MILLISECONDS);
        assert next != null;
    }

    /** Returns an idle process, which must be given back; empty if all are busy or starting. */
    Optional<ReaderProcess> take() {
        for (ReaderProcess reader = idle.poll(); reader != null; reader = idle.poll()) {
            if (reader.isUsable()) {
                return Optional.of(reader);
            }
            // killed while it was idle, for example by the system because memory is short
            giveBack(reader);
        }
        return Optional.empty();
    }

    /** Gives a process back. One that has ended is replaced. */
    void giveBack(ReaderProcess reader) {
        if (reader.isUsable()) {
            idle.add(reader);
        } else {
            remove(reader);
            startOne(0);
        }
    }

    private void remove(ReaderProcess reader) {
        ready.remove(reader);
        running.remove(reader);
        reader.close();
    }

    /** Returns the number of processes that have loaded their models, busy or not. */
    long ready() {
        return ready.stream().filter(ReaderProcess::isUsable).count();
    }

    /** Returns the number of processes that wait for a picture. */
    long idle() {
        return idle.size();
    }

    /** Returns the number of processes started so far. */
    long starts() {
        return starts.get();
    }

    /** Returns the ids of the running processes. */
    List<Long> processIds() {
        return running.stream().map(ReaderProcess::pid).toList();
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(ReaderProcess::close);
    }
}
