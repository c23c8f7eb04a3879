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

/** The notices that applicants agree to. */
@Path("/v1/rules/notices/{version: [A-Za-z0-9._-]{1,40}}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class NoticeResource {

    private final Notices notices;

    NoticeResource(Notices notices) {
        this.notices = notices;
    }

    /**
     * Shows the text of a notice in both languages. A consent names the version that was shown; only the current one is
     * accepted.
     *
     * @param version version of the notice, or {@code current}
     */
    @GET
    @Operation(operationId = "getNotice")
    @Refusal(status = 404, code = "NOTICE_NOT_FOUND", when = "There never was a notice of this version.")
    public Uni<Notice> get(@PathParam("version") String version) {
        return Uni.createFrom()
                .item(() -> notices.of(version)
                        .orElseThrow(() -> Problems.notFound("NOTICE_NOT_FOUND", "There is no such notice.")));
    }
}
