package io.zizhi.document.retention;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.limits.RetentionPolicy;
import io.zizhi.document.pinning.PinRepository;
import io.zizhi.document.pinning.use.UseRepository;
import io.zizhi.document.pinning.use.UseRepository.Use;
import io.zizhi.document.pinning.use.UseState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Ends the uses whose retention is over, each in a transaction of its own. Their documents become unused, unless another
 * use keeps them. {@link RemoveUnusedDocuments} removes them later.
 */
@ApplicationScoped
class EndUses {

    /** Most uses of one state in a round, which take a few seconds. The rest follows an hour later. */
    private static final int AT_ONCE = 1_000;

    private final UseRepository uses;
    private final PinRepository pins;
    private final Map<UseState, Duration> retention;

    EndUses(UseRepository uses, PinRepository pins, RetentionPolicy policy) {
        this.uses = uses;
        this.pins = pins;
        this.retention = new EnumMap<>(Map.of(
                UseState.REJECTED, policy.rejected(),
                UseState.SUPPLEMENT_REQUIRED, policy.rejected(),
                UseState.WITHDRAWN, policy.withdrawn(),
                UseState.SUPERSEDED, policy.superseded(),
                UseState.ENDED, policy.ended()));
        policy.expired().ifPresent(period -> retention.put(UseState.EXPIRED, period));
    }

    Uni<Void> endAll() {
        return Multi.createFrom()
                .iterable(retention.entrySet())
                .onItem()
                .transformToUniAndConcatenate(this::endAll)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> endAll(Map.Entry<UseState, Duration> kept) {
        UseState state = kept.getKey();
        Duration period = kept.getValue();
        return Panache.withSession(() -> uses.outdated(state, period, AT_ONCE))
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(use -> Panache.withTransaction(() -> end(use, state, period)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> end(Use use, UseState state, Duration period) {
        return uses.deleteOutdated(use, state, period)
                .chain(ended -> ended
                        ? pins.removeRevision(use.subjectId(), use.revision(), state.name())
                        : Uni.createFrom().voidItem());
    }
}
