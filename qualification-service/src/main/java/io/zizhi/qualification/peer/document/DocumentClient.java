package io.zizhi.qualification.peer.document;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.peer.PeerAnswers;
import io.zizhi.qualification.peer.PeerRefusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The REST client of document-service. Other rooms use {@link Documents} instead. */
@RegisterRestClient(configKey = "document-service")
@OidcClientFilter("document-service")
@RegisterProvider(PeerAnswers.class)
@Path("/internal/v1/documents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Retry(maxRetries = 1, delay = 100, jitter = 50, abortOn = PeerRefusal.class)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = PeerRefusal.class)
public interface DocumentClient {

    @POST
    @Path("/check")
    Uni<DocumentAnswer> check(@QueryParam("recognition") boolean recognition, DocumentQuestion question);

    /** Pins all documents or none; repeating the call has no effect. */
    @POST
    @Path("/pins")
    Uni<DocumentAnswer> pin(DocumentPins pins);

    /** Finds documents of an account by file name. */
    @POST
    @Path("/named")
    Uni<NamedDocuments> named(DocumentNamesQuestion question);
}
