package io.zizhi.review.decision.foureyes;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a decision needs a second reviewer (双人复核). If a decision looks like an overturn and
 * qualification-service cannot say whether the content changed, a second reviewer is needed. An extra check costs less
 * than an unnoticed overturn.
 */
@ApplicationScoped
public class FourEyesCheck {

    private static final Logger LOG = Logger.getLogger(FourEyesCheck.class);

    private final FourEyesPolicy policy;
    private final FindDoubt findDoubt;
    private final SubmittedContent content;

    FourEyesCheck(FourEyesPolicy policy, FindDoubt findDoubt, SubmittedContent content) {
        this.policy = policy;
        this.findDoubt = findDoubt;
        this.content = content;
    }

    /**
     * Must be called outside a transaction.
     *
     * @param letterOutcome the outcome for the letter that a qualification carries; null if none was given
     */
    public Uni<Boolean> isNeeded(long workOrder, ReviewOutcome outcome, @Nullable ReviewOutcome letterOutcome) {
        if (policy.isOff()) {
            return Uni.createFrom().item(false);
        }
        return findDoubt.find(workOrder, outcome, letterOutcome).chain(doubt -> settle(workOrder, doubt));
    }

    private Uni<Boolean> settle(long workOrder, Doubt doubt) {
        Uni<Boolean> needed = Uni.createFrom().item(doubt.certain());
        for (EarlierDecision earlier : doubt.contradicted()) {
            needed = needed.chain(already -> already ? Uni.createFrom().item(true) : isOverturned(workOrder, earlier));
        }
        return needed;
    }

    private Uni<Boolean> isOverturned(long workOrder, EarlierDecision earlier) {
        return content.isUnchanged(workOrder, earlier)
                .onFailure()
                .invoke(failure -> LOG.warnf("Review %d may be an overturn: %s", workOrder, failure))
                .onFailure()
                .recoverWithItem(true);
    }
}
