package io.zizhi.platform.privacy.encryption.jobs;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts jobs and runs them batch by batch. One replica works at a time; if it stops, another continues. */
@ApplicationScoped
public class KeyJobs {

    private static final Logger LOG = Logger.getLogger(KeyJobs.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_FAILURE = 500;

    private final KeyJobRepository repository;
    private final KeyJobTransaction transaction;
    private final Map<KeyJobKind, KeyWork> works = new EnumMap<>(KeyJobKind.class);
    private final RepeatingWork work;
    private final String worker = UUID.randomUUID().toString();

    KeyJobs(Vertx vertx, KeyJobRepository repository, KeyJobTransaction transaction, @All List<KeyWork> works) {
        this.repository = repository;
        this.transaction = transaction;
        works.forEach(each -> this.works.put(each.kind(), each));
        this.work = new RepeatingWork(vertx, "Work on keys", PAUSE, this::step);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Continues soon instead of after the pause. */
    public void wake() {
        work.wake();
    }

    /**
     * Starts a job in the caller's transaction. Returns empty if one is running. Fails with 409 if the state of the data
     * does not allow it.
     *
     * @param accountId the account whose key is replaced; null for kinds that concern all accounts
     */
    public Uni<OptionalLong> start(KeyJobKind kind, @Nullable String accountId, String startedBy, String reason) {
        return workOf(kind).requireStartable().chain(() -> repository.start(kind, accountId, startedBy, reason));
    }

    /** Returns the last job. Needs a session. */
    public Uni<Optional<Row>> latest() {
        return repository.latest();
    }

    /** Does one batch. Returns true if another should follow at once. */
    Uni<Boolean> step() {
        return transaction
                .claim(worker)
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : batch(claimed.get())
                                .onFailure()
                                .recoverWithUni(failure -> recordFailure(claimed.get(), failure)));
    }

    private Uni<Boolean> batch(KeyJob job) {
        KeyWork its = workOf(job.kind());
        return its.outside(job)
                .chain(done -> done.isPresent() ? transaction.store(job, done.get()) : transaction.batch(job, its));
    }

    private KeyWork workOf(KeyJobKind kind) {
        return Objects.requireNonNull(works.get(kind));
    }

    private Uni<Boolean> recordFailure(KeyJob job, Throwable failure) {
        LOG.warnf("The work on keys failed to make progress and tries again: %s", failure);
        String text = failure.toString();
        return transaction
                .recordFailure(job, worker, text.substring(0, Math.min(text.length(), LONGEST_FAILURE)))
                .replaceWith(false);
    }
}
