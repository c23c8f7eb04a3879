package io.zizhi.qualification.snapshot;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Submitted revisions, for the other services. */
@Path("/internal/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
public class InternalSubmissionResource {

    private static final String WORK_ORDER = "/{workOrder: [0-9]{1,16}}";

    private final ReadSubmission readSubmission;
    private final ReadPreviousSubmission readPrevious;
    private final CompareSubmissions compare;
    private final ReadLetterSubmission readLetterSubmission;

    @Inject
    InternalSubmissionResource(
            ReadSubmission readSubmission,
            ReadPreviousSubmission readPrevious,
            CompareSubmissions compare,
            ReadLetterSubmission readLetterSubmission) {
        this.readSubmission = readSubmission;
        this.readPrevious = readPrevious;
        this.compare = compare;
        this.readLetterSubmission = readLetterSubmission;
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
     * Shows in which fields a submitted revision differs from another one of the same qualification. Values are masked;
     * whether they differ is judged on what was filled in.
     *
     * @param workOrder work order of the revision that counts as after
     * @param from number of the revision that counts as before; left out, the one submitted just before
     */
    @GET
    @Path(WORK_ORDER + "/difference")
    @Operation(operationId = "compareSubmissions")
    @Refusal(status = 400, code = "REVISION_MALFORMED", when = "`from` is no number of a revision.")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    @Refusal(
            status = 404,
            code = "REVISION_NOT_FOUND",
            when = "It is the first submission, or there is no such other revision.")
    public Uni<SubmissionDifferenceView> difference(
            @PathParam("workOrder") long workOrder,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1"), example = "1")
                    @QueryParam("from")
                    @Nullable
                    String from) {
        return compare.handle(workOrder, numberOf(from));
    }

    private static Optional<Integer> numberOf(@Nullable String from) {
        if (from == null) {
            return Optional.empty();
        }
        if (!from.matches("[1-9]\\d{0,8}")) {
            throw Problems.badRequest("REVISION_MALFORMED", "?from", "Name the other revision by its number.");
        }
        return Optional.of(Integer.parseInt(from));
    }
}
