package io.zizhi.qualification.reviewapi.snapshot;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Submitted revisions, for the other services. */
@Path("/internal/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("review-service")
public class InternalSubmissionResource {

    private static final String WORK_ORDER = "/{workOrder: [0-9]{1,16}}";

    private final ReadSubmission readSubmission;
    private final ReadPreviousSubmission readPrevious;
    private final CompareSubmissions compare;
    private final ReadLetterSubmission readLetterSubmission;
    private final CompareLetters compareLetters;

    InternalSubmissionResource(
            ReadSubmission readSubmission,
            ReadPreviousSubmission readPrevious,
            CompareSubmissions compare,
            ReadLetterSubmission readLetterSubmission,
            CompareLetters compareLetters) {
        this.readSubmission = readSubmission;
        this.readPrevious = readPrevious;
        this.compare = compare;
        this.readLetterSubmission = readLetterSubmission;
        this.compareLetters = compareLetters;
    }

    /**
     * Shows a submitted revision to the review desk, personal data masked.
     *
     * @param workOrder work order of the revision
     */
    @GET
    @Path(WORK_ORDER)
    @Operation(operationId = "getSubmission")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    public Uni<SubmittedSnapshotView> get(@PathParam("workOrder") long workOrder) {
        return readSubmission.handle(workOrder);
    }

    /**
     * Shows the authorization letter that was submitted under a work order, alone or with a qualification, to the review
     * desk.
     *
     * @param workOrder work order of the submission
     */
    @GET
    @Path(WORK_ORDER + "/letter")
    @Operation(operationId = "getLetterSubmission")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "No letter was submitted under this work order.")
    public Uni<LetterSnapshotView> getLetter(@PathParam("workOrder") long workOrder) {
        return readLetterSubmission.handle(workOrder);
    }

    /**
     * Shows the revision that was submitted of the same qualification just before, personal data masked.
     *
     * @param workOrder work order of the later revision
     */
    @GET
    @Path(WORK_ORDER + "/previous")
    @Operation(operationId = "getPreviousSubmission")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    @Refusal(status = 404, code = "REVISION_NOT_FOUND", when = "It is the first submission.")
    public Uni<SubmittedSnapshotView> previous(@PathParam("workOrder") long workOrder) {
        return readPrevious.handle(workOrder);
    }

    /**
     * Shows in which fields a submitted revision, and the letter that it carries or relies on, differ from another revision
     * of the same qualification. Values are masked; whether they differ is judged on what was filled in.
     *
     * @param workOrder work order of the revision that counts as after
     * @param from number of the revision that counts as before, or `in-force` for the one in force; left out, the one
     *     submitted just before
     */
    @GET
    @Path(WORK_ORDER + "/difference")
    @Operation(operationId = "compareSubmissions")
    @Refusal(
            status = 400,
            code = "REVISION_MALFORMED",
            when = "`from` is neither a number of a revision nor `in-force`.")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    @Refusal(
            status = 404,
            code = "REVISION_NOT_FOUND",
            when = "It is the first submission, or there is no such other revision.")
    public Uni<SubmissionDifferenceView> difference(
            @PathParam("workOrder") long workOrder,
            @Parameter(schema = @Schema(pattern = BeforeName.PATTERN), example = "in-force")
                    @QueryParam("from")
                    @Nullable
                    String from) {
        return compare.handle(workOrder, BeforeName.of(from));
    }

    /**
     * Shows in which fields a submitted authorization letter differs from what was submitted of it before, or from what is in
     * force of the letter that it renews. Who is authorised is masked; whether it differs is judged on what was filled in.
     *
     * @param workOrder work order of the submission that counts as after
     * @param from number of the submission that counts as before, or `in-force` for the letter that it renews; left out, the
     *     one just before
     */
    @GET
    @Path(WORK_ORDER + "/letter/difference")
    @Operation(operationId = "compareLetterSubmissions")
    @Refusal(
            status = 400,
            code = "REVISION_MALFORMED",
            when = "`from` is neither a number of a submission nor `in-force`.")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "No letter was submitted under this work order.")
    @Refusal(
            status = 404,
            code = "REVISION_NOT_FOUND",
            when = "It is the first submission, renews nothing, or there is no such other submission.")
    public Uni<LetterDifferenceView> letterDifference(
            @PathParam("workOrder") long workOrder,
            @Parameter(schema = @Schema(pattern = BeforeName.PATTERN), example = "in-force")
                    @QueryParam("from")
                    @Nullable
                    String from) {
        return compareLetters.handle(workOrder, BeforeName.of(from));
    }
}
