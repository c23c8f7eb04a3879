/** Tests of the platform as a whole. */
@NullMarked
package io.zizhi.platform;

import org.jspecify.annotations.NullMarked;
