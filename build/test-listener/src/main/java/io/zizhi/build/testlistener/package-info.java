/**
 * JUnit listeners of all test JVMs: they record stalls of the machine and let suites take turns.
 *
 * <p>JUnit finds them on the class path.
 */
@NullMarked
package io.zizhi.build.testlistener;

import org.jspecify.annotations.NullMarked;
