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
import io.zizhi.platform.ticker.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Memory for decrypted bytes that clients have not read yet. A view reserves the size of its document before the bytes
 * are fetched, and releases it piece by piece while the client reads.
 */
@ApplicationScoped
class ViewPlaces {

    private final Admission admission;
    private final TransferWatch watch;
    private final CurrentVertxRequest request;

    ViewPlaces(
            DocumentLimits limits,
            TransferWatch watch,
            CurrentVertxRequest request,
            MeterRegistry metrics,
            Ticker ticker) {
        FairBudget budget = new FairBudget(
                limits.viewMemory().asLongValue(),
                limits.viewMemoryPerAccount().asLongValue(),
                limits.viewsWaitingPerAccount(),
                limits.viewPatience(),
                ticker);
        this.admission = new Admission(Transfer.VIEW, budget);
        this.watch = watch;
        this.request = request;
        Gauge.builder("zizhi.document.memory.held", budget, FairBudget::held)
                .description("Bytes of documents that are held in memory")
                .baseUnit("bytes")
                .tag("by", "views")
                .register(metrics);
    }

    /** Registers the metric at start-up, before the first view. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered the metric.
    }

    /**
     * Waits for memory, which is released when the response ends or its connection closes.
     *
     * @param bytes that the view needs
     */
    Uni<ViewPlace> enter(Viewing view, int bytes) {
        return Uni.createFrom().deferred(() -> {
            RoutingContext http = request.getCurrent();
            return admission
                    .admit(view.holder(), bytes, share -> leaveWhenAnswered(share, http))
                    .map(share -> new ViewPlace(view.holder(), share, admission.budget(), watch, http));
        });
    }

    FairBudget budget() {
        return admission.budget();
    }

    private static void leaveWhenAnswered(Share share, RoutingContext http) {
        http.addEndHandler(ignored -> share.leave());
        // Checked after registering the handler, which is never called if the response had ended before.
        if (http.response().ended() || http.response().closed()) {
            share.leave();
        }
    }
}
