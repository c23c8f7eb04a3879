package io.zizhi.qualification.outcome.restriction.reason;

import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.model.timeline.Act;

/** What two supervisors do to a qualification. */
public enum RestrictionAct {
    /** Suspend it until it is reinstated (暂停使用). */
    SUSPEND(Restriction.SUSPENDED, Act.SUSPENDED),

    /** Lift its suspension (恢复使用). */
    REINSTATE(Restriction.NONE, Act.REINSTATED),

    /** Revoke it until an amendment is approved (撤销). */
    REVOKE(Restriction.REVOKED, Act.REVOKED);

    private final Restriction target;
    private final Act act;

    RestrictionAct(Restriction target, Act act) {
        this.target = target;
        this.act = act;
    }

    /** Returns the restriction of the qualification afterwards. */
    public Restriction target() {
        return target;
    }

    /** Returns the kind of entry in the timeline. */
    public Act act() {
        return act;
    }
}
