package io.zizhi.qualification.precheck;

/**
 * A stable code of the pre-check with what the applicant is advised to do about it.
 *
 * @param code upper case, for example {@code USCC_INVALID}
 * @param adviceZh one sentence, Chinese
 * @param adviceEn one sentence, English
 * @param forReviewer whether only the reviewer is told, because it says something of other accounts
 */
public record RuleCode(String code, String adviceZh, String adviceEn, boolean forReviewer) {

    /** A code that everybody is told. */
    public RuleCode(String code, String adviceZh, String adviceEn) {
        this(code, adviceZh, adviceEn, false);
    }

    /** The same code with advice about one place added. The catalogue keeps the general advice. */
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

    /** Passed or failed. */
    public Outcome check(boolean good, String pointer) {
        return good ? passed(pointer) : failed(pointer);
    }
}
