package io.zizhi.qualification.reviewapi.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.catalogue.comparison.LetterDifferenceView;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Provides submitted revisions and letters to other services. Every view is audited, with the part that it shows. */
@Path("/internal/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("review-service")
public class InternalSubmissionResource {

    private static final String WORK_ORDER = "/{workOrder: [0-9]{1,16}}";

    private final PreviousRevisions revisions;
    private final Snapshots snapshots;
    private final CompareSubmissions compare;
    private final LetterSubmissionRepository letters;
    private final LetterSnapshots letterSnapshots;
    private final CompareLetters compareLetters;
    private final RecordView recordView;
    private final CurrentCaller caller;

    InternalSubmissionResource(
            PreviousRevisions revisions,
            Snapshots snapshots,
            CompareSubmissions compare,
            LetterSubmissionRepository letters,
            LetterSnapshots letterSnapshots,
            CompareLetters compareLetters,
            RecordView recordView,
            CurrentCaller caller) {
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.compare = compare;
        this.letters = letters;
        this.letterSnapshots = letterSnapshots;
        this.compareLetters = compareLetters;
        this.recordView = recordView;
        this.caller = caller;
    }

    /**
     * Returns a submitted revision with its personal data masked.
     *
     * @param workOrder work order of the revision
     */
    @GET
    @Path(WORK_ORDER)
    @Operation(operationId = "getSubmission")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    @WithSession
    public Uni<SubmittedSnapshotView> get(@PathParam("workOrder") long workOrder) {
        return revisions
                .submitted(workOrder)
                .call(revision -> record(revision.accountId(), workOrder, "form"))
                .chain(snapshots::of);
    }

    /**
     * Returns the authorization letter submitted under a work order, alone or with a qualification.
     *
     * @param workOrder work order of the submission
     */
    @GET
    @Path(WORK_ORDER + "/letter")
    @Operation(operationId = "getLetterSubmission")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "No letter was submitted under this work order.")
    @WithSession
    public Uni<LetterSnapshotView> getLetter(@PathParam("workOrder") long workOrder) {
        return letters.require(workOrder)
                .call(letter -> record(letter.accountId(), workOrder, "letter"))
                .chain(letterSnapshots::view);
    }

    /**
     * Returns the previous submitted revision of the same qualification, with its personal data masked.
     *
     * @param workOrder work order of the later revision
     */
    @GET
    @Path(WORK_ORDER + "/previous")
    @Operation(operationId = "getPreviousSubmission")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    @Refusal(status = 404, code = "REVISION_NOT_FOUND", when = "The revision is the first submission.")
    @WithSession
    public Uni<SubmittedSnapshotView> previous(@PathParam("workOrder") long workOrder) {
        return revisions
                .submitted(workOrder)
                .chain(revision -> revisions.before(revision, BeforeName.of(null)))
                .call(revision -> record(revision.accountId(), workOrder, "previous"))
                .chain(snapshots::of);
    }

    /**
     * Compares a submitted revision, including its letter, with another revision of the same qualification. The
     * returned values are masked, but the comparison uses the full values.
     *
     * @param workOrder work order of the newer revision
     * @param from number of the revision to compare with, or `in-force` for the one in force; by default the previous
     *     submission
     */
    @GET
    @Path(WORK_ORDER + "/difference")
    @Operation(operationId = "compareSubmissions")
    @Refusal(status = 400, code = "REVISION_MALFORMED", when = "`from` must be the number of a revision or `in-force`.")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    @Refusal(
            status = 404,
            code = "REVISION_NOT_FOUND",
            when = "The revision is the first submission, or the other revision does not exist.")
    public Uni<SubmissionDifferenceView> difference(
            @PathParam("workOrder") long workOrder,
            @Parameter(schema = @Schema(pattern = BeforeName.PATTERN), example = "in-force")
                    @QueryParam("from")
                    @Nullable
                    String from) {
        return compare.handle(workOrder, BeforeName.of(from), caller.get());
    }

    /**
     * Compares a submitted letter with an earlier submission of it or with the approved letter that it renews. The
     * authorised party is masked in the answer, but the comparison uses its full value.
     *
     * @param workOrder work order of the newer submission
     * @param from number of the submission to compare with, or `in-force` for the letter that it renews; by default the
     *     previous submission
     */
    @GET
    @Path(WORK_ORDER + "/letter/difference")
    @Operation(operationId = "compareLetterSubmissions")
    @Refusal(
            status = 400,
            code = "REVISION_MALFORMED",
            when = "`from` must be the number of a submission or `in-force`.")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "No letter was submitted under this work order.")
    @Refusal(
            status = 404,
            code = "REVISION_NOT_FOUND",
            when = "The submission is the first, the letter renews no letter, or the other submission does not exist.")
    public Uni<LetterDifferenceView> letterDifference(
            @PathParam("workOrder") long workOrder,
            @Parameter(schema = @Schema(pattern = BeforeName.PATTERN), example = "in-force")
                    @QueryParam("from")
                    @Nullable
                    String from) {
        return compareLetters.handle(workOrder, BeforeName.of(from), caller.get());
    }

    private Uni<Void> record(String accountId, long workOrder, String part) {
        return recordView.handle(caller.get(), accountId, "submission.viewed", "submission", workOrder, List.of(part));
    }
}
