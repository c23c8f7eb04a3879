package io.zizhi.platform.privacy.encryption;

import java.util.Set;

/**
 * Account ids that services use for their own keys and audit rows. Applicants cannot have them, and they are never
 * erased.
 */
public final class ReservedAccounts {

    /** Recipients of messages to staff. */
    public static final String STAFF = "staff";

    /** Messages in the local inbox. */
    public static final String LOCAL_INBOX = "local-inbox";

    /** The chain of audit rows without an account ({@code audit_head}). */
    private static final String AUDIT_SYSTEM = "system";

    private static final Set<String> ALL = Set.of(STAFF, LOCAL_INBOX, AUDIT_SYSTEM);

    private ReservedAccounts() {}

    public static boolean contains(String accountId) {
        return ALL.contains(accountId);
    }
}
