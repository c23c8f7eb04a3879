package io.zizhi.qualification.peer.notification;

import java.util.List;

/**
 * Asks which of these phone numbers the account has verified.
 *
 * @param accountId id of the account
 * @param phones numbers in plain text, at most 100, used only for this request
 */
public record PhoneSearch(String accountId, List<String> phones) {

    /** Omits the numbers. */
    @Override
    public String toString() {
        return "PhoneSearch[" + accountId + "]";
    }
}
