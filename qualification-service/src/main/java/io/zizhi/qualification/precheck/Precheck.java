package io.zizhi.qualification.precheck;

import io.quarkus.arc.All;
import io.zizhi.qualification.form.Particulars;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Holds a form against every rule. The evaluation of a draft and its submission run the same code. */
@Singleton
public class Precheck {

    private final List<Rule> rules;

    public Precheck(@All List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public Evaluation evaluate(Particulars form, Facts facts) {
        return new Evaluation(rules.stream()
                .flatMap(rule -> rule.judge(form, facts).stream())
                .sorted(Comparator.comparing(Outcome::pointer)
                        .thenComparing(outcome -> outcome.rule().code()))
                .toList());
    }

    /** All codes of all rules, and those of signatures, by code. */
    public List<RuleCode> catalogue() {
        return Stream.concat(rules.stream().flatMap(rule -> rule.codes().stream()), SignatureCodes.ALL.stream())
                .distinct()
                .sorted(Comparator.comparing(RuleCode::code))
                .toList();
    }
}
