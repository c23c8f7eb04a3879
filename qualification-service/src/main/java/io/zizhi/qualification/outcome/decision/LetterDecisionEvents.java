package io.zizhi.qualification.outcome.decision;

import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.contracts.AuthorizationLetterEvent;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.contracts.AuthorizationLetterSupplementRequested;
import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.revision.Decision;
import java.time.Instant;

/** Creates the events about a decided letter. They contain codes and pointers, no notes. */
final class LetterDecisionEvents {

    private LetterDecisionEvents() {}

    static AuthorizationLetterEvent of(
            AuthorizationLetter letter,
            LetterSubmission submission,
            ReviewOutcome outcome,
            Decision decision,
            Instant decidedAt) {
        return switch (outcome) {
            case APPROVED ->
                new AuthorizationLetterApproved(
                        letter.id(),
                        submission.workOrder(),
                        letter.accountId(),
                        letter.name(),
                        submission.qualificationId().orElse(null),
                        submission.contact().orElse(null),
                        decidedAt);
            case REJECTED ->
                new AuthorizationLetterRejected(
                        letter.id(),
                        submission.workOrder(),
                        letter.accountId(),
                        letter.name(),
                        submission.qualificationId().orElse(null),
                        submission.contact().orElse(null),
                        decision.reasons().stream()
                                .map(reason -> new DecisionReason(reason.code(), reason.pointer()))
                                .toList(),
                        decidedAt);
            case SUPPLEMENT_REQUESTED ->
                new AuthorizationLetterSupplementRequested(
                        letter.id(),
                        submission.workOrder(),
                        letter.accountId(),
                        letter.name(),
                        submission.qualificationId().orElse(null),
                        submission.contact().orElse(null),
                        decision.items().stream()
                                .map(item -> new SupplementItem(item.code(), item.pointer(), item.documentKind()))
                                .toList(),
                        decidedAt);
        };
    }
}
