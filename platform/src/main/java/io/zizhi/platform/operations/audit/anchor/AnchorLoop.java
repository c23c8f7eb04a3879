package io.zizhi.platform.operations.audit.anchor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Writes anchors regularly. The replicas share the turns, and check several times per interval whether one is due, so
 * that another one continues soon after a replica has stopped. If two write at once, the store refuses one of them.
 */
@ApplicationScoped
class AnchorLoop {

    private static final int CHECKS_PER_INTERVAL = 4;

    private final Anchors anchors;
    private final AnchorSettings settings;
    private final AuditChains chains;
    private final AnchorHeads anchorHeads;
    private final AnchorMetrics metrics;
    private final RepeatingWork work;
    private volatile boolean more;

    AnchorLoop(
            Vertx vertx,
            Anchors anchors,
            AnchorSettings settings,
            AuditChains chains,
            AnchorHeads anchorHeads,
            AnchorMetrics metrics) {
        this.anchors = anchors;
        this.settings = settings;
        this.chains = chains;
        this.anchorHeads = anchorHeads;
        this.metrics = metrics;
        this.work =
                new RepeatingWork(vertx, "Audit anchors", settings.every().dividedBy(CHECKS_PER_INTERVAL), this::round);
    }

    void start(@Observes StartupEvent event) {
        if (anchors.signed().isPresent()) {
            anchors.requireProtection();
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Returns true if another anchor should follow at once. */
    private Uni<Boolean> round() {
        Uni<Boolean> turn = more ? Uni.createFrom().item(true) : chains.takeTurn(settings.every());
        return turn.chain(mine -> mine ? anchorHeads.write() : look()).invoke(follows -> more = follows);
    }

    /** Reads the last anchor, which another replica may have written. */
    private Uni<Boolean> look() {
        return anchors.call(() -> {
                    anchors.signed()
                            .flatMap(signed -> signed.store().last())
                            .ifPresent(last -> metrics.saw(last.anchor()));
                    return true;
                })
                .replaceWith(false);
    }
}
