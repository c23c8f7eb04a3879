package io.zizhi.qualification.signing.carrierfiling;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Lists the carrier filings of a qualification, and files rejected ones again. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.APPLICANT, Roles.SUPERVISOR})
public class CarrierFilingResource {

    private final ListCarrierFilings list;
    private final RefileCarrierFiling refile;
    private final CurrentCaller caller;

    CarrierFilingResource(ListCarrierFilings list, RefileCarrierFiling refile, CurrentCaller caller) {
        this.list = list;
        this.refile = refile;
        this.caller = caller;
    }

    /**
     * Lists the carrier filings (运营商报备) with data of a qualification, oldest first, including those that were
     * superseded or cancelled. Supervisors may read them for all accounts.
     *
     * @param id id of the qualification
     * @param signatureId id of a binding; by default those of all signatures are listed
     */
    @GET
    @Path("/carrier-filings")
    @Operation(operationId = "listCarrierFilings")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter is invalid; `errors` names it and the expected value.")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    public Uni<Page<CarrierFilingView>> list(
            @PathParam("id") long id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
                    @QueryParam("signatureId")
                    @Nullable
                    String signatureId,
            @BeanParam PageRequest page) {
        return list.handle(caller.get(), id, Parameters.number("?signatureId", signatureId), page);
    }

    /**
     * Files a rejected carrier filing again without an amendment, if the rejection was not the fault of the data.
     * Returns the new carrier filing, which is `PENDING`; the rejected one stays as history. A repeated request has no
     * effect and returns the same carrier filing. Owners may file again as often as `zizhi.carrier-filing.owner-refiles`
     * allows, by default never.
     *
     * @param id id of the qualification
     * @param filingId id of the rejected carrier filing
     */
    @POST
    @Path("/carrier-filings/{filingId: [0-9]{1,16}}/refiling")
    @ResponseStatus(201)
    @Operation(operationId = "refileCarrierFiling")
    @Refusal(
            status = 403,
            code = "REFILING_NOT_ALLOWED",
            when = "The caller is the owner, and the policy does not allow another filing.")
    @Refusal(
            status = 403,
            code = "SUPERVISOR_CONFLICTED",
            when = "The supervisor belongs to the account or company of the qualification.")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 404, code = "CARRIER_FILING_NOT_FOUND", when = "The qualification has no such carrier filing.")
    @Refusal(status = 409, code = "CARRIER_FILING_NOT_REJECTED", when = "The carrier filing was not rejected.")
    @Refusal(
            status = 409,
            code = "CARRIER_FILING_OUTDATED",
            when = "The signature was released, moved or filed again, or another revision is in force.")
    @Refusal(
            status = 409,
            code = "REFILING_NOT_POSSIBLE",
            when =
                    "The qualification is restricted, its evidence or the letter is not valid, or signatures are no longer"
                            + " filed with the carrier.")
    public Uni<CarrierFilingView> refile(@PathParam("id") long id, @PathParam("filingId") long filingId) {
        return refile.handle(caller.get(), id, filingId);
    }
}
