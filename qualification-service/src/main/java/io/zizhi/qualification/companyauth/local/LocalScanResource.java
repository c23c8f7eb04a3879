package io.zizhi.qualification.companyauth.local;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The page opened by the QR code of the local stand-in. It is not part of the API. Its secret address grants access.
 */
@Path("/local/company-authentications/{reference: [A-Za-z0-9_-]{43}}")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@PermitAll
public class LocalScanResource {

    private final OpenScan open;
    private final AnswerScan answer;

    LocalScanResource(OpenScan open, AnswerScan answer) {
        this.open = open;
        this.answer = answer;
    }

    /**
     * Shows the page.
     *
     * @param reference secret reference of the authentication
     */
    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> open(@PathParam("reference") String reference) {
        return open.handle(reference).map(LocalScanResource::page);
    }

    /**
     * Processes the submitted form.
     *
     * @param reference secret reference of the authentication
     * @param sent the submitted form
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> answer(@PathParam("reference") String reference, @BeanParam ScanAnswer sent) {
        return answer.handle(reference, sent).map(LocalScanResource::page);
    }

    private static RestResponse<String> page(String html) {
        return ResponseBuilder.ok(html)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
