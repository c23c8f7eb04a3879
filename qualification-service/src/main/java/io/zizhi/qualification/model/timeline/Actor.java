package io.zizhi.qualification.model.timeline;

import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;

/**
 * Who did an act.
 *
 * @param subject the subject of the actor's token, or the name of a service
 * @param role the role in which the actor did it; see {@link Roles}
 */
public record Actor(String subject, String role) {

    /** The review service, for its automatic acts. */
    public static final Actor DESK = new Actor("review-service", Roles.SERVICE);

    /** This service: its timers, and the erasure of accounts. */
    public static final Actor CLOCK = new Actor("qualification-service", Roles.SERVICE);

    public static Actor applicant(Caller applicant) {
        return new Actor(applicant.subject(), Roles.APPLICANT);
    }

    public static Actor reviewer(String subject) {
        return new Actor(subject, Roles.REVIEWER);
    }

    public static Actor supervisor(String subject) {
        return new Actor(subject, Roles.SUPERVISOR);
    }

    public static Actor operator(String subject) {
        return new Actor(subject, Roles.OPERATOR);
    }

    public static Actor carrierFilingSystem(Caller system) {
        return new Actor(system.subject(), Roles.CARRIER_FILING_SYSTEM);
    }

    public static Actor signatureSystem(Caller system) {
        return new Actor(system.subject(), Roles.SIGNATURE_SYSTEM);
    }
}
