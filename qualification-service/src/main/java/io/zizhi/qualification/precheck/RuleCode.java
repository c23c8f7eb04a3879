package io.zizhi.qualification.precheck;

/**
 * A stable code of the pre-check with advice for the applicant.
 *
 * @param code code in upper case, for example {@code USCC_INVALID}
 * @param adviceZh advice in Chinese, one sentence
 * @param adviceEn advice in English, one sentence
 * @param forReviewer whether only reviewers see it, because it reveals something about other accounts
 */
public record RuleCode(String code, String adviceZh, String adviceEn, boolean forReviewer) {

    /** Creates a code that everyone can see. */
    public RuleCode(String code, String adviceZh, String adviceEn) {
        this(code, adviceZh, adviceEn, false);
    }

    /** Returns the same code with additional advice about one field. The catalogue keeps the general advice. */
    public RuleCode saying(String moreZh, String moreEn) {
        return new RuleCode(code, adviceZh + moreZh, adviceEn + " " + moreEn, forReviewer);
    }

    public Outcome passed(String pointer) {
        return new Outcome(this, pointer, OutcomeStatus.PASSED);
    }

    public Outcome failed(String pointer) {
        return new Outcome(this, pointer, OutcomeStatus.FAILED);
    }

    public Outcome warning(String pointer) {
        return new Outcome(this, pointer, OutcomeStatus.WARNING);
    }

    public Outcome unknown(String pointer) {
        return new Outcome(this, pointer, OutcomeStatus.UNKNOWN);
    }

    public Outcome check(boolean good, String pointer) {
        return good ? passed(pointer) : failed(pointer);
    }
}
