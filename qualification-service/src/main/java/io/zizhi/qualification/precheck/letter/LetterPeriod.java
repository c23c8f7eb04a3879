package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/**
 * Checks that today is within the period, including both ends. A renewal may start up to {@value #DAYS_AHEAD} days from
 * today, because it follows a letter still in use. Warns if the period is not one to three years, with a separate code
 * below six months.
 */
@Singleton
public class LetterPeriod implements LetterRule {

    static final RuleCode LETTER_PERIOD_INVALID = new RuleCode(
            "LETTER_PERIOD_INVALID",
            "授权有效期的开始日期不能晚于结束日期，且须在 1900-01-01 至 2099-12-31 之间。",
            "The period must not end before it begins, and must lie between 1900-01-01 and 2099-12-31.");

    public static final RuleCode LETTER_NOT_YET_VALID = new RuleCode(
            "LETTER_NOT_YET_VALID",
            "授权委托书尚未生效，请使用已生效的授权委托书。",
            "The letter is not valid yet: use a letter that is already valid.");

    static final RuleCode LETTER_RENEWAL_TOO_EARLY = new RuleCode(
            "LETTER_RENEWAL_TOO_EARLY",
            "续期授权委托书的开始日期距今天不能超过 180 天，请临近到期时再提交。",
            "A renewal must start within 180 days from today: submit it closer to its first day.");

    public static final RuleCode LETTER_EXPIRED =
            new RuleCode("LETTER_EXPIRED", "授权委托书已过期，请重新出具并提交新的授权委托书。", "The letter has expired: submit a new one.");

    static final RuleCode LETTER_PERIOD_SHORT = new RuleCode(
            "LETTER_PERIOD_SHORT",
            "授权有效期不足 6 个月，可能不被接受，建议 1–3 年。",
            "The letter is valid for less than six months and may not be accepted: one to three years are recommended.");

    static final RuleCode LETTER_PERIOD_UNREASONABLE = new RuleCode(
            "LETTER_PERIOD_UNREASONABLE", "建议授权有效期为 1–3 年，不宜过长或过短。", "The period should be one to three years.");

    /** Well above the 91 days between the first reminder of a letter's end and the day after it. */
    static final int DAYS_AHEAD = 180;

    private static final int SHORT_MONTHS = 6;
    private static final int LEAST_YEARS = 1;
    private static final int MOST_YEARS = 3;

    @Override
    public List<RuleCode> codes() {
        return List.of(
                LETTER_PERIOD_INVALID,
                LETTER_NOT_YET_VALID,
                LETTER_RENEWAL_TOO_EARLY,
                LETTER_EXPIRED,
                LETTER_PERIOD_SHORT,
                LETTER_PERIOD_UNREASONABLE);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        return form.period()
                .map(period -> period.isPossible()
                        ? List.of(inTime(period, facts), length(period))
                        : List.of(LETTER_PERIOD_INVALID.failed("/validTo")))
                .orElse(List.of());
    }

    private static Outcome inTime(Period period, LetterFacts facts) {
        return facts.renewal() && period.startsAfter(facts.today())
                ? LETTER_RENEWAL_TOO_EARLY.check(
                        !period.startsAfter(facts.today().plusDays(DAYS_AHEAD)), "/validFrom")
                : today(period, facts.today(), "");
    }

    /** Checks whether the letter is valid today; {@code root} is the pointer to the letter in the evaluated form. */
    public static Outcome today(Period period, LocalDate today, String root) {
        return period.startsAfter(today)
                ? LETTER_NOT_YET_VALID.failed(root + "/validFrom")
                : LETTER_EXPIRED.check(!period.endedBefore(today), root + "/validTo");
    }

    private static Outcome length(Period period) {
        if (endsBefore(period, period.from().plusMonths(SHORT_MONTHS))) {
            return LETTER_PERIOD_SHORT.warning("/validTo");
        }
        boolean reasonable = !endsBefore(period, period.from().plusYears(LEAST_YEARS))
                && !period.to().isAfter(period.from().plusYears(MOST_YEARS));
        return reasonable
                ? LETTER_PERIOD_UNREASONABLE.passed("/validTo")
                : LETTER_PERIOD_UNREASONABLE.warning("/validTo");
    }

    /**
     * Returns whether the period ends before {@code anniversary}. One day less is accepted, because a year may be
     * written with or without the last day.
     */
    private static boolean endsBefore(Period period, LocalDate anniversary) {
        return period.to().isBefore(anniversary.minusDays(1));
    }
}
