package io.zizhi.platform.sample;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.identity.stepup.StepUp;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Endpoints for tests of error answers. */
@Path("/v1/tallies")
public class TallyResource {

    public record Part(
            @NotNull(message = "FIELD_REQUIRED") String name,
            @Nullable LocalDate day) {}

    public record Body(
            @NotNull(message = "FIELD_REQUIRED") @Size(max = 5, message = "FIELD_TOO_LONG")
            String name,

            int count,
            @Valid @Nullable List<@Valid Part> parts) {}

    private final CurrentCaller caller;
    private final AtomicInteger posted = new AtomicInteger();

    @Inject
    TallyResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.APPLICANT)
    public Uni<Body> post(@NotNull(message = "BODY_REQUIRED") @Valid Body body) {
        posted.incrementAndGet();
        return Uni.createFrom().item(body);
    }

    /** Returns how many bodies were accepted. */
    public int posted() {
        return posted.get();
    }

    @PUT
    @RolesAllowed(Roles.APPLICANT)
    public Uni<Long> put(@HeaderParam("If-Match") @Nullable String ifMatch) {
        return Uni.createFrom().item(IfMatch.version(ifMatch));
    }

    @GET
    @Path("/caller")
    @RolesAllowed({Roles.APPLICANT, Roles.SERVICE})
    public Caller caller() {
        return caller.get();
    }

    @GET
    @Path("/personal-data")
    @RolesAllowed({Roles.APPLICANT, Roles.REVIEWER, Roles.SERVICE})
    @StepUp
    public String personalData() {
        return "shown";
    }

    @GET
    @Path("/page")
    public int page(@BeanParam PageRequest page) {
        return page.limit();
    }

    @GET
    @Path("/own-headers")
    @ResponseHeader(name = "Cache-Control", value = "max-age=60")
    @ResponseHeader(name = "Content-Security-Policy", value = "default-src 'self'")
    public String ownHeaders() {
        return "ok";
    }

    @GET
    @Path("/outage")
    public Uni<String> outage() {
        return Uni.createFrom().failure(Problems.unavailable("PEER_DOWN", "A peer is down.", Duration.ofSeconds(7)));
    }

    @GET
    @Path("/fault")
    public Uni<String> fault() {
        return Uni.createFrom().failure(new IllegalStateException("secret detail"));
    }

    @GET
    @Path("/operators")
    @RolesAllowed(Roles.OPERATOR)
    public String operators() {
        return "ok";
    }

    @GET
    @Path("/{id}")
    public long byId(long id) {
        return id;
    }
}
