package io.zizhi.qualification.filing.letterpaper;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Letters as PDF files. */
@Path("/v1/authorization-letters/{id: [0-9]{1,16}}")
@RolesAllowed(Roles.APPLICANT)
public class LetterPaperResource {

    private final PrintLetter print;
    private final CurrentCaller caller;

    LetterPaperResource(PrintLetter print, CurrentCaller caller) {
        this.print = print;
        this.caller = caller;
    }

    /**
     * Returns the letter as a PDF in Chinese, to be sealed, signed and dated. A draft can be printed once all fields
     * that the paper shows are filled in. The PDF contains its fonts.
     *
     * @param id id of the letter
     */
    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Operation(operationId = "printLetter")
    @APIResponse(
            responseCode = "200",
            description = "The letter as a PDF.",
            headers = {
                @Header(
                        name = "Content-Disposition",
                        description = "`attachment`, with a file name that contains the id.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Cache-Control", description = "`no-store`.", schema = @Schema(type = SchemaType.STRING))
            })
    @Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
    @Refusal(
            status = 422,
            code = "LETTER_INCOMPLETE",
            when = "Fields that the paper shows are missing; `errors` names each.")
    @Refusal(
            status = 422,
            code = "LETTER_UNPRINTABLE",
            when = "A name contains a character that the fonts of the paper do not have; `errors` names it.")
    @Refusal(
            status = 429,
            code = "TOO_BUSY",
            when = "Too many requests of this account are being processed; retry later.")
    @Refusal(
            status = 503,
            code = "CHINESE_FONT_MISSING",
            when = "The server has no Chinese font; its operator must install one.")
    @Refusal(status = 503, code = "TOO_BUSY", when = "Too many requests are being processed; retry later.")
    public Uni<Response> print(@PathParam("id") long id) {
        return print.handle(caller.get(), id).map(pdf -> answer(id, pdf));
    }

    private static Response answer(long id, byte[] pdf) {
        return Response.ok(pdf)
                .header("Content-Disposition", "attachment; filename=\"authorization-letter-" + id + ".pdf\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
