package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.pinning.check.CheckDocuments;
import io.zizhi.document.pinning.check.CheckRequest;
import io.zizhi.document.pinning.check.CheckView;
import io.zizhi.document.pinning.naming.FindNamed;
import io.zizhi.document.pinning.naming.NamesRequest;
import io.zizhi.document.pinning.naming.NamesView;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Checks and pins, for qualification-service. */
@Path("/internal/v1/documents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("qualification-service")
public class PinningResource {

    private final CheckDocuments check;
    private final PinDocuments pin;
    private final FindNamed findNamed;

    PinningResource(CheckDocuments check, PinDocuments pin, FindNamed findNamed) {
        this.check = check;
        this.pin = pin;
        this.findNamed = findNamed;
    }

    /**
     * Returns for each document whether the account can use it as one of the kinds. Restarts the 30 days after which
     * unused documents of the account are removed; changes nothing else.
     *
     * @param recognition whether to return what was recognised in the pictures, as far as it is known now. Values are
     *     personal data: do not log them.
     */
    @POST
    @Path("/check")
    @Operation(operationId = "checkDocuments")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "`recognition` is neither `true` nor `false`.")
    public Uni<CheckView> check(
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @RestQuery @Nullable
                    String recognition,
            @NotNull(message = "BODY_REQUIRED") @Valid CheckRequest request) {
        return check.check(request, isTrue(recognition));
    }

    private static boolean isTrue(@Nullable String recognition) {
        if (recognition != null && !recognition.matches("true|false")) {
            throw Problems.badRequest("PARAMETER_INVALID", "?recognition", "`recognition` must be `true` or `false`.");
        }
        return "true".equals(recognition);
    }

    /**
     * Pins documents for a revision that is being submitted, all or none. If the event of the submission has not arrived
     * after ten minutes, document-service asks for the outcome of the submission, and releases the pins if it failed. A
     * repeated request for the same revision extends the term.
     */
    @POST
    @Path("/pins")
    @Operation(operationId = "pinDocuments")
    @Refusal(
            status = 409,
            code = "DOCUMENT_NOT_USABLE",
            when = "Some documents cannot be used, so none was pinned. `errors` names them with the reasons.")
    public Uni<CheckView> pin(@NotNull(message = "BODY_REQUIRED") @Valid PinRequest request) {
        return pin.pin(request);
    }

    /**
     * Returns the documents of the account that have one of the file names. Restarts the 30 days after which they are
     * removed if nothing uses them.
     */
    @POST
    @Path("/named")
    @Operation(operationId = "findDocumentsByName")
    public Uni<NamesView> named(@NotNull(message = "BODY_REQUIRED") @Valid NamesRequest request) {
        return findNamed.find(request);
    }
}
