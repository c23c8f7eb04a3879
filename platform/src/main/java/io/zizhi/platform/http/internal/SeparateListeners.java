package io.zizhi.platform.http.internal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.http.problem.HttpLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Separates public from internal endpoints. The public server serves nothing below {@code /internal}, in any spelling;
 * the {@link InternalListener} serves nothing else. Both answer other paths with 404, as for an unknown path.
 */
@ApplicationScoped
public class SeparateListeners {

    /** Runs before all limits, so that a rejected request costs nothing more. */
    private static final int PRIORITY = 1100;

    private final InternalListener internal;
    private final HttpLimits answers;

    SeparateListeners(InternalListener internal, HttpLimits answers) {
        this.internal = internal;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        String path = context.request().uri().split("\\?", 2)[0];
        boolean served =
                internal.received(context.request()) ? InternalPath.isPlain(path) : !InternalPath.isMentionedIn(path);
        if (served) {
            context.next();
        } else {
            refuse(context);
        }
    }

    private void refuse(RoutingContext context) {
        MultiMap headers = context.request().headers();
        if (headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
            // The body is not read.
            HttpLimits.closeAfterAnswer(context.request());
        }
        answers.answer(context, 404);
    }
}
