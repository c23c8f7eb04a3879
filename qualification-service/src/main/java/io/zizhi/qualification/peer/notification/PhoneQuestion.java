package io.zizhi.qualification.peer.notification;

/**
 * Asks whether a verification proves a phone number.
 *
 * @param accountId id of the account
 * @param phone number in plain text, used only for this request
 */
public record PhoneQuestion(String accountId, String phone) {

    /** Omits the number. */
    @Override
    public String toString() {
        return "PhoneQuestion[" + accountId + "]";
    }
}
