package io.zizhi.qualification.form;

/** The parts of a form that a copy can prefill. */
public enum FormPart {
    /** The owner with its certificate. */
    COMPANY,

    LEGAL_REPRESENTATIVE,

    /** The administrator, without the phone verification. */
    ADMINISTRATOR,

    /** The authorization letter (授权委托书) of a third-party qualification. */
    LETTER,

    /** Further documents (更多资料). */
    MORE_MATERIAL
}
