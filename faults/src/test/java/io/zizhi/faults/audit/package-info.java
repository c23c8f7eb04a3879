/** Tests of the fault campaign's audit: each invariant fails for corrupted evidence. */
@NullMarked
package io.zizhi.faults.audit;

import org.jspecify.annotations.NullMarked;
