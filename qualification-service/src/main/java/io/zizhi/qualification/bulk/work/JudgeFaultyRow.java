package io.zizhi.qualification.bulk.work;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.model.RowState;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.filing.evaluation.EvaluateForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates the other cells of a row with invalid cells, so that the row reports all its errors at once. It creates no
 * draft, and the row ends as INVALID.
 */
@ApplicationScoped
class JudgeFaultyRow {

    /** The name may be that of the row's own earlier draft, which the corrected row will update. */
    private static final String NAME_TAKEN = "NAME_TAKEN";

    private final EvaluateForm evaluate;
    private final MoveRow move;
    private final RowSeal seal;

    JudgeFaultyRow(EvaluateForm evaluate, MoveRow move, RowSeal seal) {
        this.evaluate = evaluate;
        this.move = move;
        this.seal = seal;
    }

    /** A form that cannot be evaluated has the findings of its cells only. An outage fails, so that the row is retried. */
    Uni<Void> handle(ClaimedRow claimed) {
        return evaluate.handle(claimed.applicant(), claimed.form())
                .map(evaluation -> RowVerdict.of(evaluation).aboutCells())
                .onFailure(JudgeFaultyRow::isFinal)
                .recoverWithItem(List.of())
                .map(more -> all(seal.findings(claimed.row()), more))
                .chain(findings -> move.handle(
                        claimed,
                        row -> row.state() == RowState.WAITING,
                        (row, now) -> row.invalid(seal.sealed(findings), now)));
    }

    private static List<RowFinding> all(List<RowFinding> ofCells, List<RowFinding> ofRules) {
        List<RowFinding> all = new ArrayList<>(ofCells);
        ofRules.stream()
                .filter(finding -> !finding.code().equals(NAME_TAKEN))
                .filter(finding -> ofCells.stream().noneMatch(finding::isWithin))
                .forEach(all::add);
        return all;
    }

    private static boolean isFinal(Throwable failure) {
        return failure instanceof ProblemException problem && !problem.isOutage();
    }
}
