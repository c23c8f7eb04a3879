package io.zizhi.qualification.filing.prefill;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Values recognised in the pictures of a qualification, for its owner. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}/recognised-values")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class RecognisedValuesResource {

    private final ReadRecognisedValues read;
    private final CurrentCaller caller;

    RecognisedValuesResource(ReadRecognisedValues read, CurrentCaller caller) {
        this.read = read;
        this.caller = caller;
    }

    /**
     * Returns what was recognised in the pictures that the form names, beside what is typed. The values are suggestions
     * and may be wrong; the form is not changed. Names are shown in full and id numbers masked, as in the form. The
     * owner reads a full id number with {@code getDocumentRecognition} of the document.
     *
     * @param id id of the qualification
     * @param wait seconds to wait for unfinished recognition, 0 to 3; a busy service may answer sooner
     */
    @GET
    @Operation(operationId = "getRecognisedValues")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "`wait` is not a whole number from 0 to 3.")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    public Uni<RecognisedValuesView> show(
            @PathParam("id") long id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "0",
                                            maximum = "3",
                                            defaultValue = "0"))
                    @RestQuery
                    @Nullable
                    String wait) {
        return read.handle(caller.get(), id, seconds(wait));
    }

    private static Duration seconds(@Nullable String wait) {
        if (wait == null) {
            return Duration.ZERO;
        }
        if (!wait.matches("[0-3]")) {
            throw Problems.badRequest("PARAMETER_INVALID", "?wait", "`wait` must be a whole number from 0 to 3.");
        }
        return Duration.ofSeconds(Integer.parseInt(wait));
    }
}
