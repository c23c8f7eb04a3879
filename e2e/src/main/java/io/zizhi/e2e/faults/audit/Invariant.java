package io.zizhi.e2e.faults.audit;

import java.util.List;

/** Something that must hold when the suite has come to rest, whatever happened to it before. */
public interface Invariant {

    /** Short name, such as {@code I7}. */
    String id();

    /** The promise, in one sentence. */
    String says();

    /** Every case in which it does not hold. */
    List<Violation> check(Evidence evidence);
}
