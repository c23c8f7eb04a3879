package io.zizhi.notification.sender.smpp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.blocking.CallersContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;
import org.jsmpp.bean.MessageState;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one bound session to the SMSC, on a thread of its own, and opens another when it ends. A session ends when the
 * SMSC closes it, does not answer {@code enquire_link}, or no longer reads.
 */
@ApplicationScoped
class SmppLink {

    private static final Logger LOG = Logger.getLogger(SmppLink.class);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);

    private final SmppConfig config;
    private final SmppBinding binding;
    private final SmppCalls calls;
    private final SmppWindow window;
    private final Reconnecting pauses;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable SMPPSession session;

    @Inject
    SmppLink(SmppConfig config, ReceiveReceipts receiver) {
        this(config, receiver, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param certificates sockets that trust the certificate of the SMSC */
    SmppLink(SmppConfig config, MessageReceiverListener receiver, SSLSocketFactory certificates) {
        this.config = config;
        this.binding = new SmppBinding(config, receiver, certificates);
        this.calls = new SmppCalls(config);
        this.window = new SmppWindow(config.window());
        this.pauses = new Reconnecting(
                config.firstPause(),
                config.longestPause(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    void start() {
        Thread.ofPlatform().daemon().name("smpp-link").start(this::keepBound);
    }

    void register(MeterRegistry metrics) {
        Gauge.builder("zizhi_smpp_bound", this, link -> link.isBound() ? 1 : 0)
                .description("Whether this replica is bound to the SMSC: 1 or 0")
                .register(metrics);
    }

    /** Submits nothing from now on, waits for the answers that are due, then unbinds. */
    void stop() {
        stopped.countDown();
        window.drain(config.timeout());
        SMPPSession last = session;
        if (last != null) {
            last.unbindAndClose();
        }
    }

    boolean isBound() {
        return bound().isPresent();
    }

    /** Never fails. Never call it inside a transaction. */
    Uni<SubmitAnswer> submit(String number, Segment segment) {
        return call(
                session -> calls.submit(session, number, segment),
                new SubmitAnswer.NotTaken("SMPP_NOT_BOUND", SubmitAnswer.Refusal.EVERY_MESSAGE),
                new SubmitAnswer.NotTaken("SMPP_WINDOW_FULL", SubmitAnswer.Refusal.EVERY_MESSAGE),
                new SubmitAnswer.Unclear("SMPP_NO_ANSWER"));
    }

    /** Returns the state of a segment; empty if the SMSC does not tell. Never fails. */
    Uni<Optional<MessageState>> query(String providerMessageId) {
        return call(
                session -> calls.query(session, providerMessageId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private <T> Uni<T> call(Function<SMPPSession, T> request, T notBound, T full, T silent) {
        return Uni.createFrom().deferred(() -> {
            Optional<CompletableFuture<T>> answer =
                    window.run(() -> bound().map(request).orElse(notBound));
            return answer.isEmpty()
                    ? Uni.createFrom().item(full)
                    : CallersContext.resume(Uni.createFrom()
                            .completionStage(answer.get())
                            .ifNoItem()
                            .after(longestWait())
                            .fail()
                            .onFailure()
                            .recoverWithItem(silent));
        });
    }

    /** Twice the time-out: once for the write, once for the answer. */
    private Duration longestWait() {
        return config.timeout().multipliedBy(2);
    }

    private Optional<SMPPSession> bound() {
        SMPPSession current = session;
        return current != null
                        && stopped.getCount() > 0
                        && current.getSessionState().isTransmittable()
                ? Optional.of(current)
                : Optional.empty();
    }

    private void keepBound() {
        try {
            while (!stopped.await(connectOnce().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Connecting to the SMSC again");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds one session until it ends, and returns the pause after it. */
    private Duration connectOnce() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            SMPPSession opened = binding.open(closed::countDown);
            long since = System.nanoTime();
            session = opened;
            if (stopped.getCount() == 0) {
                opened.unbindAndClose();
            }
            LOG.info("Bound to the SMSC");
            watch(opened, closed);
            session = null;
            Duration pause = pauses.pause(Duration.ofNanos(System.nanoTime() - since));
            LOG.infof("The session with the SMSC has ended. Next connection in %s", pause);
            return pause;
        } catch (IOException | RuntimeException failure) {
            boolean refused = failure.getCause() instanceof NegativeResponseException;
            Duration pause = refused ? pauses.refused() : pauses.pause(Duration.ZERO);
            LOG.warnf("Not bound to the SMSC: %s. Next connection in %s", reason(failure), pause);
            return pause;
        }
    }

    private void watch(SMPPSession opened, CountDownLatch closed) throws InterruptedException {
        while (!closed.await(WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS)
                && opened.getSessionState() != SessionState.CLOSED) {
            if (window.hangs(longestWait())) {
                LOG.warn("The SMSC does not read: closing the connection");
                opened.close();
            }
        }
    }

    private static String reason(Exception failure) {
        return failure.getCause() instanceof NegativeResponseException refused
                ? "the bind was refused with " + SubmitAnswer.code(refused.getCommandStatus())
                : failure.toString();
    }
}
