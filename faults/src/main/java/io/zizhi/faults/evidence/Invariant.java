package io.zizhi.faults.evidence;

import java.util.List;

/** A property that must be true when the suite is at rest, whatever faults struck it before. */
public interface Invariant {

    /** Short name, such as {@code I7}. */
    String id();

    /** Returns the property as a sentence. */
    String says();

    /** Returns all violations. */
    List<Violation> check(Evidence evidence);
}
