package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import java.util.function.Supplier;

/**
 * The result of the checks that a submission passes before its acceptance. The acceptance first claims the idempotency
 * key, because a repeated submission gets its original response even though it would now be refused.
 *
 * @param facts returns the facts from other services; throws the refusal if a check failed
 */
public record Checked<F>(Supplier<F> facts) {

    /** Runs the checks. Failures other than a refusal are not caught. */
    public static <F> Uni<Checked<F>> of(Uni<F> checks) {
        return checks.map(found -> new Checked<>(() -> found))
                .onFailure(ProblemException.class)
                .recoverWithItem(refusal -> new Checked<>(() -> {
                    throw refusal;
                }));
    }
}
