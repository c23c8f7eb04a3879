package io.zizhi.qualification.precheck;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Provides the catalogue of pre-check rules. */
@Path("/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RuleResource {

    private final Precheck precheck;
    private final NoticeConfig config;

    RuleResource(Precheck precheck, NoticeConfig config) {
        this.precheck = precheck;
        this.config = config;
    }

    /** Lists the codes of the pre-check with advice for each, and the version of the notice that requires consent. */
    @GET
    @Operation(operationId = "listRules")
    public Uni<RuleCatalogueView> catalogue() {
        return Uni.createFrom().item(new RuleCatalogueView(config.noticeVersion(), precheck.catalogue()));
    }
}
