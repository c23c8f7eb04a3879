package io.zizhi.document.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The part of qualification-service's internal REST API that exports use. */
@RegisterRestClient(configKey = "qualification-service")
@OidcClientFilter("qualification-service")
@Path("/internal/v1/accounts")
public interface QualificationServiceClient {

    /** Returns the next page of the identity and the forms of an account. */
    @POST
    @Path("/{accountId}/copy")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 500)
    Uni<CopyPage> copy(@PathParam("accountId") String accountId, CopyQuestion question);

    /**
     * @param recipient token subject of the person who receives the copy
     * @param after {@code next} of the previous page; null for the first page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CopyQuestion(String recipient, @Nullable String after) {}

    /** @param next null on the last page */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CopyPage(List<JsonNode> items, @Nullable String next) {

        /** Omits the items, which are personal data. */
        @Override
        public String toString() {
            return "CopyPage[" + items.size() + "]";
        }
    }
}
