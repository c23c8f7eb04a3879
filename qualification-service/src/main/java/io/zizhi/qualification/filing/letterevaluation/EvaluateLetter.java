package io.zizhi.qualification.filing.letterevaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.filing.evaluation.EvaluationView;
import io.zizhi.qualification.precheck.LetterPrecheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Evaluates a letter. Nothing changes. */
@ApplicationScoped
public class EvaluateLetter {

    private final PrepareLetter prepare;
    private final LetterFactGathering facts;
    private final LetterPrecheck precheck;

    EvaluateLetter(PrepareLetter prepare, LetterFactGathering facts, LetterPrecheck precheck) {
        this.prepare = prepare;
        this.facts = facts;
        this.precheck = precheck;
    }

    public Uni<EvaluationView> handle(Caller caller, long id) {
        return prepare.handle(caller, id)
                .chain(preparation -> facts.gather(preparation)
                        .map(found -> precheck.evaluate(preparation.opened().form(), found)))
                .map(EvaluationView::from);
    }
}
