package io.zizhi.qualification.precheck;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.openapi.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Provides the notices that applicants consent to. */
@Path("/v1/rules/notices/{version: [A-Za-z0-9._-]{1,40}}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class NoticeResource {

    private final Notices notices;

    NoticeResource(Notices notices) {
        this.notices = notices;
    }

    /**
     * Returns the text of a notice in both languages. A consent names the version that was shown; only the current
     * version is accepted.
     *
     * @param version version of the notice, or {@code current}
     */
    @GET
    @Operation(operationId = "getNotice")
    @Refusal(status = 404, code = "NOTICE_NOT_FOUND", when = "No notice has this version.")
    public Uni<Notice> get(@PathParam("version") String version) {
        return Uni.createFrom()
                .item(() -> notices.of(version)
                        .orElseThrow(() -> Problems.notFound("NOTICE_NOT_FOUND", "No notice has this version.")));
    }
}
