/**
 * Actors that use the suite as people do, over its public HTTP interfaces only, and the {@link Demo}, which files,
 * reviews and reads through them.
 */
@NullMarked
package io.zizhi.e2e;

import org.jspecify.annotations.NullMarked;
