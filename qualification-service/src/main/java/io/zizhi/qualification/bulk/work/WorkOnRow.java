package io.zizhi.qualification.bulk.work;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.model.RowState;
import io.zizhi.qualification.filing.evaluation.EvaluateQualification;
import io.zizhi.qualification.filing.submission.IdempotencyKey;
import io.zizhi.qualification.filing.submission.SubmissionRequest;
import io.zizhi.qualification.filing.submission.SubmitQualification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Performs the next step on a claimed row. Errors are recorded in the row and do not stop other rows. */
@ApplicationScoped
class WorkOnRow {

    private static final Logger LOG = Logger.getLogger(WorkOnRow.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 8;

    private final DraftRow draft;
    private final JudgeFaultyRow judge;
    private final EvaluateQualification evaluate;
    private final SubmitQualification submit;
    private final MoveRow move;
    private final RowSeal seal;
    private final RowAdvice advice;

    WorkOnRow(
            DraftRow draft,
            JudgeFaultyRow judge,
            EvaluateQualification evaluate,
            SubmitQualification submit,
            MoveRow move,
            RowSeal seal,
            RowAdvice advice) {
        this.draft = draft;
        this.judge = judge;
        this.evaluate = evaluate;
        this.submit = submit;
        this.move = move;
        this.seal = seal;
        this.advice = advice;
    }

    Uni<Void> handle(ClaimedRow claimed) {
        return step(claimed)
                .onFailure()
                .recoverWithUni(refusal -> judge(claimed, RowVerdict.of(refusal, advice), refusal));
    }

    private Uni<Void> step(ClaimedRow claimed) {
        return switch (claimed.row().state()) {
            case WAITING -> claimed.row().hasFindings() ? judge.handle(claimed) : draft.handle(claimed);
            case DRAFTED -> evaluate(claimed);
            case READY -> submit(claimed);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> evaluate(ClaimedRow claimed) {
        return evaluate.handle(claimed.applicant(), claimed.qualificationId())
                .map(RowVerdict::of)
                .chain(verdict -> write(claimed, verdict));
    }

    /**
     * Submits the row. If the result of an earlier attempt was lost, the idempotency key returns the same work order.
     */
    private Uni<Void> submit(ClaimedRow claimed) {
        IdempotencyKey key = new IdempotencyKey(
                "bulk-" + claimed.row().filingId() + "-" + claimed.row().number());
        return submit.handle(
                        new SubmissionRequest(claimed.applicant(), claimed.qualificationId(), claimed.version(), key))
                .chain(view -> move.handle(
                        claimed,
                        row -> row.state() == RowState.READY || row.state() == RowState.CANCELLED,
                        (row, now) -> row.submitted(java.util.Objects.requireNonNull(view.workOrder()), now)));
    }

    private Uni<Void> judge(ClaimedRow claimed, RowVerdict verdict, Throwable refusal) {
        LOG.debugf(
                refusal,
                "A step of row %d of bulk filing %d failed",
                claimed.row().number(),
                claimed.row().filingId());
        return write(claimed, verdict);
    }

    private Uni<Void> write(ClaimedRow claimed, RowVerdict verdict) {
        return move.handle(claimed, row -> row.state() == claimed.row().state(), (row, now) -> {
            switch (verdict.kind()) {
                case SUBMIT -> row.ready(claimed.version(), now);
                case AWAIT_PHONE -> row.awaitPhone(seal.sealed(verdict.findings()), now);
                case AWAIT_LETTER -> row.awaitLetter(seal.sealed(verdict.findings()), now);
                case FAIL -> row.failed(seal.sealed(verdict.findings()), now);
                case TRY_AGAIN -> row.putOff(now.plus(pauseAfter(row.attempts())));
            }
        });
    }

    private static Duration pauseAfter(int attempts) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    }
}
