package io.zizhi.review.decision.reasons;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The desk's own texts for applicants. */
@Path("/v1/reasons/{code}/texts/{name: [a-z0-9][a-z0-9-]{0,39}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.OPERATOR})
public class CannedTextResource {

    private final WriteCannedText write;
    private final DeleteCannedText delete;
    private final CurrentCaller caller;

    public CannedTextResource(WriteCannedText write, DeleteCannedText delete, CurrentCaller caller) {
        this.write = write;
        this.delete = delete;
        this.caller = caller;
    }

    /**
     * Writes a canned text of a reason in both languages. {@code If-Match} names the version to replace, as the list of
     * reasons shows it; {@code "0"} adds a new text.
     *
     * @param code code of the reason
     * @param name name of the text: up to 40 lower-case letters, digits and hyphens
     */
    @PUT
    @Operation(operationId = "writeCannedText")
    @Refusal(status = 404, code = "REASON_NOT_FOUND", when = "The reason catalogue does not contain this code.")
    @Refusal(status = 409, code = "TEXT_BUNDLED", when = "`standard` is reserved for the bundled text.")
    public Uni<RestResponse<CannedTextView>> write(
            @PathParam("code") String code,
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid CannedTextRequest text) {
        return write.write(code, name, IfMatch.version(ifMatch), text, caller.get())
                .map(written -> EntityTags.tagged(written, written.version()));
    }

    /**
     * Deletes a canned text of a reason. Existing decisions keep notes that used it.
     *
     * @param code code of the reason
     * @param name of the text
     */
    @DELETE
    @Operation(operationId = "deleteCannedText")
    @Refusal(status = 404, code = "TEXT_NOT_FOUND", when = "The desk has no text of this name for the reason.")
    public Uni<Void> delete(
            @PathParam("code") String code,
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return delete.delete(code, name, IfMatch.version(ifMatch), caller.get());
    }
}
