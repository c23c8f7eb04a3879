package io.zizhi.qualification.filing.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Precheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Evaluates a form that is not saved. Nothing is stored. */
@ApplicationScoped
public class EvaluateForm {

    private final PrepareForm prepare;
    private final FactGathering facts;
    private final Precheck precheck;

    EvaluateForm(PrepareForm prepare, FactGathering facts, Precheck precheck) {
        this.prepare = prepare;
        this.facts = facts;
        this.precheck = precheck;
    }

    public Uni<EvaluationView> handle(Caller caller, QualificationForm form) {
        return prepare.handle(caller, form)
                .chain(facts::gather)
                .map(found -> EvaluationView.from(precheck.evaluate(form, found)));
    }
}
