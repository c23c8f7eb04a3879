package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.precheck.LetterConfig;
import io.zizhi.qualification.precheck.LetterPrecheck;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.AttachedLetter;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import io.zizhi.qualification.precheck.letter.LetterParties;
import io.zizhi.qualification.precheck.letter.LetterPeriod;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the letter by which the owner authorises the account (他用). An approved letter must be valid today. Any other
 * letter is submitted together with the form and must pass the letter rules, with pointers below {@code /letter}.
 */
@Singleton
public class LetterAttached implements Rule {

    public static final RuleCode LETTER_MISSING = new RuleCode(
            "LETTER_MISSING",
            "他用资质须附授权委托书，请选择或新建。",
            "A third-party qualification needs an authorization letter: choose or create one.");

    public static final RuleCode LETTER_NOT_NEEDED = new RuleCode(
            "LETTER_NOT_NEEDED", "自用资质不需要授权委托书，请移除。", "A qualification for own use needs no letter: remove it.");

    public static final RuleCode LETTER_NOT_FOUND =
            new RuleCode("LETTER_NOT_FOUND", "授权委托书不存在，请重新选择。", "The letter does not exist: choose another one.");

    static final RuleCode LETTER_IN_REVIEW = new RuleCode(
            "LETTER_IN_REVIEW",
            "授权委托书正在单独审核或随其他资质审核，请等待结果，或先撤回该授权委托书或该资质。",
            "The letter is in review, alone or with another qualification: wait for the result, or withdraw the letter or that qualification first.");

    private static final String POINTER = "/letterId";
    private static final String LETTER = "/letter";

    private final LetterPrecheck letters;
    private final LetterConfig.RequiredAt requiredAt;

    public LetterAttached(LetterPrecheck letters, LetterConfig config) {
        this.letters = letters;
        this.requiredAt = config.requiredAt();
    }

    @Override
    public List<RuleCode> codes() {
        return Stream.concat(
                        Stream.of(LETTER_MISSING, LETTER_NOT_NEEDED, LETTER_NOT_FOUND, LETTER_IN_REVIEW),
                        letters.catalogue().stream())
                .toList();
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        if (form.purpose() == Purpose.SELF) {
            return form.letterId() == null ? List.of() : List.of(LETTER_NOT_NEEDED.failed(POINTER));
        }
        if (form.letterId() == null) {
            return requiredAt == LetterConfig.RequiredAt.SUBMISSION
                    ? List.of(LETTER_MISSING.failed(POINTER))
                    : List.of();
        }
        return facts.account()
                .letter()
                .map(letter -> judge(form, letter, facts))
                .orElse(List.of(LETTER_NOT_FOUND.failed(POINTER)));
    }

    private List<Outcome> judge(QualificationForm form, AttachedLetter letter, Facts facts) {
        List<Outcome> outcomes = new ArrayList<>();
        Optional.ofNullable(form.company())
                .filter(company -> company.name() != null && isCode(company.creditCode()))
                .map(company -> LetterParties.LETTER_PARTY_MISMATCH.check(isOf(letter.form(), company), POINTER))
                .ifPresent(outcomes::add);
        if (letter.inReview()) {
            outcomes.add(LETTER_IN_REVIEW.failed(POINTER));
        }
        outcomes.addAll(letter.travels() ? ofLetter(letter, facts) : period(letter.form(), facts));
        return outcomes;
    }

    /** A mistyped credit code matches no letter. It has a finding of its own and is no reason for a new letter. */
    private static boolean isCode(@Nullable String creditCode) {
        return creditCode != null && CreditCode.isValid(creditCode);
    }

    private static boolean isOf(LetterForm letter, Company company) {
        return company.name() != null
                && letter.authoriser() != null
                && CompanyName.same(company.name(), letter.authoriser())
                && Objects.equals(company.creditCode(), letter.creditCode());
    }

    private List<Outcome> ofLetter(AttachedLetter letter, Facts facts) {
        return letters.evaluate(letter.form(), LetterFacts.of(letter, facts)).outcomes().stream()
                .map(outcome -> new Outcome(outcome.rule(), LETTER + outcome.pointer(), outcome.status()))
                .toList();
    }

    private static List<Outcome> period(LetterForm letter, Facts facts) {
        return letter.period().map(period -> LetterPeriod.today(period, facts.today(), LETTER)).stream()
                .toList();
    }
}
