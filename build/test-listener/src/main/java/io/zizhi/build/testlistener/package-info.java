/**
 * What JUnit tells the test JVMs of all modules: evidence of a machine that stood still, and turns for suites.
 *
 * <p>JUnit finds both listeners on the class path.
 */
@NullMarked
package io.zizhi.build.testlistener;

import org.jspecify.annotations.NullMarked;
