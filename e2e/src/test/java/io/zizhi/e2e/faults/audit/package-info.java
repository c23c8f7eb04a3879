/** Tests of the fault campaign's audit: each invariant is seen to fail. */
@NullMarked
package io.zizhi.e2e.faults.audit;

import org.jspecify.annotations.NullMarked;
