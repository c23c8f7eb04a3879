package io.zizhi.platform.timers;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.observability.tracing.Spans;
import io.zizhi.platform.observability.tracing.TraceContext;
import io.zizhi.platform.runtime.failpoint.FailPoint;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** One sweep: fires due timers of one kind of owner, with their effects, in one transaction. */
@ApplicationScoped
class TimerSweep {

    static final int BATCH = 500;

    /**
     * @param passed where the next sweep continues: after this batch, or at the start if this was the last batch
     * @param more whether the batch was full, so that the next sweep should follow at once
     * @param held whether the sweep was skipped because the database's clock cannot be trusted
     */
    record Swept(List<FiredTimer> fired, Instant now, TimerRepository.Due passed, boolean more, boolean held) {

        static Swept nothing(Instant now, boolean held) {
            return new Swept(List.of(), now, TimerRepository.Due.START, false, held);
        }
    }

    private final TimerRepository repository;
    private final DatabaseTime time;
    private final ClockJumpGuard guard;
    private final FailPoints failPoints;
    private final Spans spans;

    TimerSweep(
            TimerRepository repository, DatabaseTime time, ClockJumpGuard guard, FailPoints failPoints, Spans spans) {
        this.repository = repository;
        this.time = time;
        this.guard = guard;
        this.failPoints = failPoints;
        this.spans = spans;
    }

    /** @param passed the last timer examined; earlier timers have fired, or wait because their owners are locked */
    @WithTransaction
    Uni<Swept> sweep(TimerOwner owner, TimerRepository.Due passed) {
        return repository
                .newestJump()
                .chain(jump -> time.now()
                        .chain(now -> guard.mayTrust(now, System.nanoTime(), jump)
                                ? sweep(owner, passed, now)
                                : held(now, jump)));
    }

    private Uni<Swept> sweep(TimerOwner owner, TimerRepository.Due passed, Instant now) {
        return repository
                .due(owner.ownerType(), now, passed, BATCH)
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(Swept.nothing(now, false)) : fire(owner, due, now));
    }

    private Uni<Swept> held(Instant now, long newestJump) {
        return Uni.createFrom()
                .item(guard.jump())
                .chain(jump -> jump.map(repository::recordJump)
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .invoke(released -> {
                    if (released) {
                        guard.release(now, System.nanoTime(), newestJump);
                    }
                })
                .replaceWith(Swept.nothing(now, true));
    }

    private Uni<Swept> fire(TimerOwner owner, List<TimerRepository.Due> due, Instant now) {
        return owner.lock(due.stream()
                        .map(TimerRepository.Due::ownerId)
                        .distinct()
                        .toList())
                .invoke(() -> failPoints.pass(FailPoint.TIMER_AFTER_LOCK))
                .chain(locked -> locked.isEmpty()
                        ? Uni.createFrom().item(List.<FiredTimer>of())
                        : repository.fire(owner.ownerType(), locked, now))
                .call(fired -> fired.isEmpty() ? Uni.createFrom().voidItem() : publish(owner, fired, now))
                .map(fired -> swept(fired, due, now));
    }

    private static Swept swept(List<FiredTimer> fired, List<TimerRepository.Due> due, Instant now) {
        boolean full = due.size() >= BATCH;
        return new Swept(fired, now, full ? due.getLast() : TimerRepository.Due.START, full, false);
    }

    /**
     * Publishes the effects in a new trace. It is linked to the traces that armed the timers, which are many and may
     * have ended days ago.
     */
    private Uni<Void> publish(TimerOwner owner, List<FiredTimer> fired, Instant now) {
        SpanBuilder span = spans.continuing(null, "fire timers of " + owner.ownerType(), SpanKind.INTERNAL)
                .setAttribute("zizhi.timers.fired", fired.size());
        for (FiredTimer timer : fired) {
            TraceContext armedIn = timer.armedIn();
            if (armedIn != null) {
                Spans.link(span, armedIn);
            }
        }
        return spans.within(span, () -> owner.fired(fired, now));
    }
}
