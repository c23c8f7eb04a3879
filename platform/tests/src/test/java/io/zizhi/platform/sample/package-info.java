/** A small service on the platform, by which the platform is tested. */
@NullMarked
package io.zizhi.platform.sample;

import org.jspecify.annotations.NullMarked;
