package io.zizhi.local.demo;

import java.util.List;

/** The users of every local installation. */
public final class DemoUsers {

    /** Applicants first, then staff. */
    public static final List<DemoUser> ALL = List.of(
            applicant("applicant-a", DemoAccounts.COMPANY_A),
            applicant("applicant-b", DemoAccounts.COMPANY_B),
            applicant("agency", DemoAccounts.AGENCY),
            applicant("institution", DemoAccounts.INSTITUTION),
            applicant("person", DemoAccounts.PERSON),
            staff("reviewer-a", "reviewer"),
            staff("reviewer-b", "reviewer"),
            // Work that needs two people must be possible on a laptop too.
            staff("supervisor", "supervisor"),
            staff("supervisor-b", "supervisor"),
            staff("auditor", "auditor"),
            staff("operator", "operator"),
            staff("operator-b", "operator"));

    private DemoUsers() {}

    private static DemoUser applicant(String name, DemoAccount account) {
        return new DemoUser(name, account.id(), List.of("applicant"));
    }

    private static DemoUser staff(String name, String role) {
        return new DemoUser(name, null, List.of(role));
    }
}
