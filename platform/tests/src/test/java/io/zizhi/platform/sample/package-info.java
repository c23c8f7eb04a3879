/** A small service on the platform, for testing the platform. */
@NullMarked
package io.zizhi.platform.sample;

import org.jspecify.annotations.NullMarked;
