package io.zizhi.qualification.signing.carrier;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.filing.evaluation.EvaluationView;
import jakarta.enterprise.context.ApplicationScoped;

/** Evaluates whether a signature can be bound to a qualification. Changes nothing. */
@ApplicationScoped
public class AskSignature {

    private final FindCarrier carriers;

    AskSignature(FindCarrier carriers) {
        this.carriers = carriers;
    }

    @WithTransaction
    public Uni<EvaluationView> handle(SignatureQuestion question) {
        return carriers.look(question).map(carrier -> EvaluationView.from(carrier.evaluation()));
    }
}
