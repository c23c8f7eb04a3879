package io.zizhi.qualification.precheck;

import io.quarkus.arc.All;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/**
 * Evaluates an authorization letter against all letter rules, whether it is submitted alone or with a qualification.
 */
@Singleton
public class LetterPrecheck {

    private final List<LetterRule> rules;

    public LetterPrecheck(@All List<LetterRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public Evaluation evaluate(LetterForm form, LetterFacts facts) {
        return new Evaluation(rules.stream()
                .flatMap(rule -> rule.judge(form, facts).stream())
                .sorted(Comparator.comparing(Outcome::pointer)
                        .thenComparing(outcome -> outcome.rule().code()))
                .toList());
    }

    /** Returns the codes of all letter rules, sorted by code. */
    public List<RuleCode> catalogue() {
        return rules.stream()
                .flatMap(rule -> rule.codes().stream())
                .distinct()
                .sorted(Comparator.comparing(RuleCode::code))
                .toList();
    }
}
