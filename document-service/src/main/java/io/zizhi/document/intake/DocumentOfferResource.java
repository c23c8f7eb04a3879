package io.zizhi.document.intake;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.RetentionPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The limits of documents on this installation. */
@Path("/v1/documents/offer")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class DocumentOfferResource {

    private final DocumentOfferView offer;

    DocumentOfferResource(DocumentLimits limits, RetentionPolicy retention) {
        this.offer = DocumentOfferView.from(limits, retention);
    }

    /**
     * Returns the limits of files, and the accepted formats and least image sizes per kind. It may be cached for five
     * minutes.
     */
    @GET
    @Operation(operationId = "getDocumentOffer")
    @ResponseHeader(name = "Cache-Control", value = "private, max-age=300")
    public Uni<DocumentOfferView> get() {
        return Uni.createFrom().item(offer);
    }
}
