/**
 * Actors that use the suite as people do, over its public HTTP interfaces only, and the {@link Demo} that lets them file,
 * review and read.
 */
@NullMarked
package io.zizhi.e2e;

import org.jspecify.annotations.NullMarked;
