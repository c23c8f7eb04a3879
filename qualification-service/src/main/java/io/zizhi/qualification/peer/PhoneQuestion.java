package io.zizhi.qualification.peer;

/**
 * Does the verification prove this number?
 *
 * @param accountId account
 * @param phone in plain text; for the wire only
 */
public record PhoneQuestion(String accountId, String phone) {

    /** Without the number. */
    @Override
    public String toString() {
        return "PhoneQuestion[" + accountId + "]";
    }
}
