package io.zizhi.qualification.outcome.restriction.reason;

import static io.zizhi.contracts.RestrictionReason.AUTHORIZATION_WITHDRAWN;
import static io.zizhi.contracts.RestrictionReason.COMPLAINTS;
import static io.zizhi.contracts.RestrictionReason.CONTENT_VIOLATION;
import static io.zizhi.contracts.RestrictionReason.MATERIAL_FALSE;
import static io.zizhi.contracts.RestrictionReason.NOT_CONFIRMED;
import static io.zizhi.contracts.RestrictionReason.OWNER_DEREGISTERED;
import static io.zizhi.contracts.RestrictionReason.REGULATOR_ORDER;
import static io.zizhi.contracts.RestrictionReason.RESOLVED;
import static io.zizhi.contracts.RestrictionReason.UNDER_INVESTIGATION;

import io.zizhi.contracts.RestrictionReason;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.model.timeline.Act;
import java.util.Set;

/** What two supervisors do to a qualification. */
public enum RestrictionAct {
    /** Suspend it until it is reinstated (暂停使用). */
    SUSPEND(
            Restriction.SUSPENDED,
            Act.SUSPENDED,
            Set.of(
                    UNDER_INVESTIGATION,
                    COMPLAINTS,
                    CONTENT_VIOLATION,
                    MATERIAL_FALSE,
                    OWNER_DEREGISTERED,
                    AUTHORIZATION_WITHDRAWN,
                    REGULATOR_ORDER)),

    /** Lift its suspension (恢复使用). */
    REINSTATE(Restriction.NONE, Act.REINSTATED, Set.of(RESOLVED, NOT_CONFIRMED)),

    /** Revoke it until an amendment is approved (撤销). */
    REVOKE(
            Restriction.REVOKED,
            Act.REVOKED,
            Set.of(
                    COMPLAINTS,
                    CONTENT_VIOLATION,
                    MATERIAL_FALSE,
                    OWNER_DEREGISTERED,
                    AUTHORIZATION_WITHDRAWN,
                    REGULATOR_ORDER));

    private final Restriction target;
    private final Act act;
    private final Set<RestrictionReason> reasons;

    RestrictionAct(Restriction target, Act act, Set<RestrictionReason> reasons) {
        this.target = target;
        this.act = act;
        this.reasons = reasons;
    }

    /** Returns the restriction of the qualification afterwards. */
    public Restriction target() {
        return target;
    }

    /** Returns the kind of entry in the timeline. */
    public Act act() {
        return act;
    }

    public boolean isJustifiedBy(RestrictionReason reason) {
        return reasons.contains(reason);
    }
}
