package io.zizhi.qualification.filing.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.precheck.Precheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Evaluates the working copy of a qualification. Nothing changes. */
@ApplicationScoped
public class EvaluateQualification {

    private final PrepareEvaluation prepare;
    private final FactGathering facts;
    private final UnansweredItems unanswered;
    private final Precheck precheck;

    EvaluateQualification(
            PrepareEvaluation prepare, FactGathering facts, UnansweredItems unanswered, Precheck precheck) {
        this.prepare = prepare;
        this.facts = facts;
        this.unanswered = unanswered;
        this.precheck = precheck;
    }

    public Uni<EvaluationView> handle(Caller caller, long id) {
        return prepare.handle(caller, id)
                .chain(preparation -> facts.gather(preparation.facts())
                        .map(found -> found.withUnanswered(unanswered.of(preparation.dossier())))
                        .map(found -> precheck.evaluate(preparation.dossier().form(), found)))
                .map(EvaluationView::from);
    }
}
