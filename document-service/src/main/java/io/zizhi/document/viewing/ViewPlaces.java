package io.zizhi.document.viewing;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.document.storage.Places;
import io.zizhi.document.storage.Places.Place;
import io.zizhi.document.storage.StorageSettings;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How many views may be in work at once, because each holds its bytes in memory until its client has read them. A client
 * that does not read is cut off by the idle time-out of the server.
 */
@ApplicationScoped
class ViewPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Places places;
    private final CurrentVertxRequest request;

    ViewPlaces(StorageSettings settings, CurrentVertxRequest request) {
        this.places = new Places(settings.maxViews(), settings.viewsPerPerson(), settings.viewPatience());
        this.request = request;
    }

    /** Waits for a place, which is left when the answer is written to its end or its connection is closed. */
    Uni<Void> enter(Caller viewer) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Place place = places.ask(viewer.subject());
            leaveWhenAnswered(place, request.getCurrent());
            return Uni.createFrom()
                    .completionStage(place.granted())
                    .onFailure()
                    .transform(refused -> Problems.unavailable(
                            "VIEWS_BUSY", "Too many documents are being shown at the moment.", RETRY_AFTER))
                    .emitOn(next -> context.runOnContext(ignored -> next.run()));
        });
    }

    private static void leaveWhenAnswered(Place place, RoutingContext request) {
        request.addEndHandler(ignored -> place.leave());
        // Asked behind it: of what was over before nobody tells the handler.
        if (request.response().ended() || request.response().closed()) {
            place.leave();
        }
    }
}
