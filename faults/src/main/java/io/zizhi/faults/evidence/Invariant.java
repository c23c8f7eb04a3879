package io.zizhi.faults.evidence;

import java.util.List;

/** A property that must hold when the suite is at rest, whatever faults struck it before. */
public interface Invariant {

    /** Short name, such as {@code I7}. */
    String id();

    /** Returns the property, in one sentence. */
    String says();

    /** Returns all violations. */
    List<Violation> check(Evidence evidence);
}
