package io.zizhi.qualification.precheck;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The rules, for whoever has to explain them. */
@Path("/v1/rules")
@Authenticated
public class RuleResource {

    private final Precheck precheck;
    private final PrecheckConfig config;

    @Inject
    RuleResource(Precheck precheck, PrecheckConfig config) {
        this.precheck = precheck;
        this.config = config;
    }

    @GET
    public Uni<RuleCatalogueView> catalogue() {
        return Uni.createFrom().item(new RuleCatalogueView(config.noticeVersion(), precheck.catalogue()));
    }
}
