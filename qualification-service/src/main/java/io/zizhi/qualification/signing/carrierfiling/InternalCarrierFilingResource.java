package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingConfig;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * Gives carrier filings to filing systems and takes their reports. The claim {@code carriers} of a token names the
 * carriers whose filings its client gets.
 */
@Path("/internal/v1/carrier-filings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CARRIER_FILING_SYSTEM)
@Callers(roles = Roles.CARRIER_FILING_SYSTEM)
public class InternalCarrierFilingResource {

    private static final String ID = "{id: [0-9]{1,16}}";

    private final CarrierFilingRepository filings;
    private final ClaimCarrierFilings claim;
    private final ReadCarrierFilingData read;
    private final ReportCarrierFiling report;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    InternalCarrierFilingResource(
            CarrierFilingRepository filings,
            ClaimCarrierFilings claim,
            ReadCarrierFilingData read,
            ReportCarrierFiling report,
            CurrentCaller caller,
            SecurityIdentity identity) {
        this.filings = filings;
        this.claim = claim;
        this.read = read;
        this.report = report;
        this.caller = caller;
        this.identity = identity;
    }

    /**
     * Lists carrier filings of all accounts in one state, in the order of their ids, without notes and personal data.
     *
     * @param carrier code of the carrier, for example `CHINA_MOBILE`
     * @param status state to filter by; `PENDING` by default
     */
    @GET
    @Operation(operationId = "listFilingsOfCarrier")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter is invalid; `errors` names it and the expected value.")
    @Refusal(status = 403, code = "CARRIER_NOT_ALLOWED", when = "The claim `carriers` of the token lacks the carrier.")
    @WithSession
    public Uni<Page<CarrierFilingView>> list(
            @Parameter(
                            required = true,
                            schema = @Schema(pattern = CarrierFilingConfig.CARRIER),
                            example = "CHINA_MOBILE")
                    @QueryParam("carrier")
                    @Nullable
                    String carrier,
            @Parameter(schema = @Schema(implementation = CarrierFilingStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @BeanParam PageRequest page) {
        CarrierFilingStatus wanted = Optional.ofNullable(Parameters.oneOf(CarrierFilingStatus.class, "?status", status))
                .orElse(CarrierFilingStatus.PENDING);
        String code = carrier(carrier);
        carriers().require(code);
        return filings.ofCarrier(code, wanted, page.afterOr(0), page.limit())
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())))
                .map(found -> found.map(CarrierFilingView::from));
    }

    private OwnCarriers carriers() {
        return OwnCarriers.of(identity);
    }

    private static String carrier(@Nullable String carrier) {
        if (carrier == null || !carrier.matches(CarrierFilingConfig.CARRIER)) {
            throw Problems.badRequest(
                    "PARAMETER_INVALID", "?carrier", "Send the code of a carrier such as CHINA_MOBILE.");
        }
        return carrier;
    }

    /**
     * Claims pending filings of a carrier, those that are due first. Until the lease runs out (10 minutes by default),
     * nobody else gets them. Several replicas of a filing system get different ones.
     */
    @POST
    @Path("/claims")
    @Operation(operationId = "claimCarrierFilings")
    @Refusal(status = 403, code = "CARRIER_NOT_ALLOWED", when = "The claim `carriers` of the token lacks the carrier.")
    public Uni<CarrierFilingClaimView> claim(
            @NotNull(message = "BODY_REQUIRED") @Valid CarrierFilingClaimRequest request) {
        carriers().require(request.carrier());
        return claim.handle(request);
    }

    /**
     * Returns everything that the carrier needs to know, with personal data in plain text. The letter is the one in use
     * today, which may renew the one of the filing. Every call is audited. Do not store the answer.
     *
     * @param id id of the carrier filing
     */
    @POST
    @Path(ID + "/data")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "readCarrierFilingData")
    @Refusal(
            status = 404,
            code = "CARRIER_FILING_NOT_FOUND",
            when = "There is no such carrier filing, or it is for a carrier that the token lacks.")
    @Refusal(
            status = 409,
            code = "CARRIER_FILING_NOT_CLAIMED",
            when = "The filing is not pending, another claim is newer, the lease has run out, or the signature was"
                    + " released.")
    public Uni<CarrierFilingDataView> data(
            @PathParam("id") long id, @NotNull(message = "BODY_REQUIRED") @Valid CarrierFilingDataRequest request) {
        return read.handle(caller.get(), carriers(), id, request.claimId());
    }

    /**
     * Reports that a filing was sent to the carrier, or what the carrier answered. A repeated report has no effect and
     * gets the same answer. If the signature was released meanwhile and the filing is not cancelled yet, the report
     * cancels it and gets it back as `CANCELLED`.
     *
     * @param id id of the carrier filing
     */
    @POST
    @Path(ID + "/reports")
    @Operation(operationId = "reportCarrierFiling")
    @Refusal(
            status = 404,
            code = "CARRIER_FILING_NOT_FOUND",
            when = "There is no such carrier filing, or it is for a carrier that the token lacks.")
    @Refusal(
            status = 409,
            code = "CARRIER_FILING_NOT_CLAIMED",
            when = "The report is FILED, and another claim is newer.")
    @Refusal(
            status = 409,
            code = "ILLEGAL_TRANSITION",
            when = "The filing was cancelled, was not filed yet, or has another result.")
    public Uni<CarrierFilingView> report(
            @PathParam("id") long id, @NotNull(message = "BODY_REQUIRED") @Valid CarrierFilingReport report) {
        return this.report.handle(caller.get(), carriers(), id, report);
    }
}
