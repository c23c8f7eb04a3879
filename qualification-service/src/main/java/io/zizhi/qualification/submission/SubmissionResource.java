package io.zizhi.qualification.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.filing.QualificationView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What an applicant does with a filled-in form. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class SubmissionResource {

    private final EvaluateQualification evaluate;
    private final SubmitQualification submit;
    private final WithdrawQualification withdraw;
    private final CurrentCaller caller;

    @Inject
    SubmissionResource(
            EvaluateQualification evaluate,
            SubmitQualification submit,
            WithdrawQualification withdraw,
            CurrentCaller caller) {
        this.evaluate = evaluate;
        this.submit = submit;
        this.withdraw = withdraw;
        this.caller = caller;
    }

    @POST
    @Path("/evaluation")
    public Uni<EvaluationView> evaluate(@PathParam("id") long id) {
        return evaluate.handle(caller.get(), id);
    }

    @POST
    @Path("/submission")
    public Uni<RestResponse<QualificationView>> submit(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return submit.handle(caller.get(), id, IfMatch.version(ifMatch), IdempotencyKey.of(key))
                .map(SubmissionResource::tagged);
    }

    @POST
    @Path("/withdrawal")
    public Uni<RestResponse<QualificationView>> withdraw(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return withdraw.handle(caller.get(), id, IfMatch.version(ifMatch)).map(SubmissionResource::tagged);
    }

    private static RestResponse<QualificationView> tagged(QualificationView view) {
        return ResponseBuilder.ok(view)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
