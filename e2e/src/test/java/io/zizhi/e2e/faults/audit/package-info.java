/** Tests of the fault campaign's audit: each invariant fails for corrupted evidence. */
@NullMarked
package io.zizhi.e2e.faults.audit;

import org.jspecify.annotations.NullMarked;
