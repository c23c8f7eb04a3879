package io.zizhi.document.recognition;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Recognised fields of a document, for its owner. */
@Path("/v1/documents/{id}/recognition")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class RecognitionResource {

    private final AwaitRecognition await;
    private final CurrentCaller caller;

    RecognitionResource(AwaitRecognition await, CurrentCaller caller) {
        this.await = await;
        this.caller = caller;
    }

    /**
     * Returns what was recognised in the picture of a document: suggestions for a form, which its owner confirms.
     * Recognition starts after the malware scan and usually takes about two seconds.
     *
     * @param id id of the document, 32 hexadecimal digits
     * @param wait seconds to wait for a final state, 0 to 3; a busy service may answer sooner
     */
    @GET
    @Operation(operationId = "getDocumentRecognition")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "`wait` is not a whole number from 0 to 3.")
    @Refusal(status = 404, code = "DOCUMENT_NOT_FOUND", when = "No such document, or it belongs to another account.")
    public Uni<RecognitionView> show(
            @RestPath String id,
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
        return await.show(caller.get().requireAccount(), id, seconds(wait));
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
