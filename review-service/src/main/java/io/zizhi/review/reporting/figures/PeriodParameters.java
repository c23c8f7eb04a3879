package io.zizhi.review.reporting.figures;

import io.zizhi.platform.http.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters for a period; used as a {@code @BeanParam}. */
public class PeriodParameters {

    @Parameter(
            description = "Only decisions from this instant on; by default seven days before the end.",
            example = "2026-11-01T00:00:00Z",
            schema = @Schema(format = "date-time"))
    @QueryParam("from")
    @Nullable
    String from;

    @Parameter(
            description = "Only decisions before this instant; by default now. A period is at most 92 days long.",
            example = "2026-11-24T00:00:00Z",
            schema = @Schema(format = "date-time"))
    @QueryParam("to")
    @Nullable
    String to;

    /** @param now the end if none is given */
    Period at(Instant now) {
        return Period.of(Parameters.instant("?from", from), Parameters.instant("?to", to), now);
    }
}
