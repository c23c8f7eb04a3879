package io.zizhi.qualification.precheck;

import io.quarkus.arc.All;
import io.zizhi.qualification.form.LetterForm;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Holds an authorization letter against every rule of letters, whether it is handed in alone or with a qualification. */
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

    /** All codes of all rules, by code. */
    public List<RuleCode> catalogue() {
        return rules.stream()
                .flatMap(rule -> rule.codes().stream())
                .distinct()
                .sorted(Comparator.comparing(RuleCode::code))
                .toList();
    }
}
