package io.zizhi.document.viewing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.document.limits.Admission;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.Transfer;
import io.zizhi.document.limits.TransferWatch;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The memory for decrypted bytes that clients have not read yet. A view asks for the size of its document before the bytes
 * are fetched, and gives it back piece by piece while the client reads.
 */
@ApplicationScoped
class ViewPlaces {

    private final Admission admission;
    private final TransferWatch watch;
    private final CurrentVertxRequest request;

    ViewPlaces(DocumentLimits limits, TransferWatch watch, CurrentVertxRequest request, MeterRegistry metrics) {
        FairBudget budget = new FairBudget(
                limits.viewMemory().asLongValue(),
                limits.viewMemoryPerAccount().asLongValue(),
                limits.viewsWaitingPerAccount(),
                limits.viewPatience());
        this.admission = new Admission(Transfer.VIEW, budget);
        this.watch = watch;
        this.request = request;
        Gauge.builder("zizhi.document.memory.held", budget, FairBudget::held)
                .description("Bytes of documents that are held in memory")
                .baseUnit("bytes")
                .tag("by", "views")
                .register(metrics);
    }

    /** Registers the metric at the start and not with the first view. */
    void begin(@Observes StartupEvent event) {
        // The constructor did.
    }

    /** Waits for memory, which is given back when the answer is written to its end or its connection is closed. */
    Uni<ViewPlace> enter(Sight sight) {
        return Uni.createFrom().deferred(() -> {
            RoutingContext http = request.getCurrent();
            return admission
                    .admit(sight.holder(), sight.document().size(), share -> leaveWhenAnswered(share, http))
                    .map(share -> new ViewPlace(sight.holder(), share, admission.budget(), watch, http));
        });
    }

    private static void leaveWhenAnswered(Share share, RoutingContext http) {
        http.addEndHandler(ignored -> share.leave());
        // Asked behind it: nobody calls the handler of an answer that was over before.
        if (http.response().ended() || http.response().closed()) {
            share.leave();
        }
    }
}
