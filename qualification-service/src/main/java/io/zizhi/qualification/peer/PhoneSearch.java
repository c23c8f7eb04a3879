package io.zizhi.qualification.peer;

import java.util.List;

/**
 * Which of these numbers has the account verified?
 *
 * @param accountId account
 * @param phones in plain text, at most 100; for the wire only
 */
public record PhoneSearch(String accountId, List<String> phones) {

    /** Without the numbers. */
    @Override
    public String toString() {
        return "PhoneSearch[" + accountId + "]";
    }
}
