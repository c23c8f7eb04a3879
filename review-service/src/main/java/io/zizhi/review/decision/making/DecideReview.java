package io.zizhi.review.decision.making;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.decision.DecisionView;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.decision.foureyes.FourEyesCheck;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Decides a review on behalf of its holder. Whether a second reviewer is needed can require a call to
 * qualification-service, so it is determined before the transaction begins.
 */
@ApplicationScoped
public class DecideReview {

    private final DecisionRules rules;
    private final FourEyesCheck fourEyes;
    private final AcceptDecision accept;

    DecideReview(DecisionRules rules, FourEyesCheck fourEyes, AcceptDecision accept) {
        this.rules = rules;
        this.fourEyes = fourEyes;
        this.accept = accept;
    }

    public Uni<DecisionView> decide(long workOrder, DecisionRequest request, Caller reviewer) {
        Verdict verdict = rules.verdict(request);
        return fourEyes.isNeeded(workOrder, verdict.outcome(), verdict.letterOutcome())
                .chain(second -> accept.accept(workOrder, verdict, second, reviewer));
    }
}
