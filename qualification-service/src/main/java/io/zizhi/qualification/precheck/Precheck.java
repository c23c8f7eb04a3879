package io.zizhi.qualification.precheck;

import io.quarkus.arc.All;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Evaluates a form against all rules. Evaluating a draft and submitting it run the same code. */
@Singleton
public class Precheck {

    private final List<Rule> rules;

    public Precheck(@All List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public Evaluation evaluate(QualificationForm form, Facts facts) {
        return new Evaluation(rules.stream()
                .flatMap(rule -> rule.judge(form, facts).stream())
                .sorted(Comparator.comparing(Outcome::pointer)
                        .thenComparing(outcome -> outcome.rule().code()))
                .toList());
    }

    /** Returns the codes of all rules, including those for signatures, sorted by code. */
    public List<RuleCode> catalogue() {
        return Stream.concat(rules.stream().flatMap(rule -> rule.codes().stream()), SignatureCodes.ALL.stream())
                .distinct()
                .sorted(Comparator.comparing(RuleCode::code))
                .toList();
    }
}
