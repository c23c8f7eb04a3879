/** Tests of step-up authentication. */
@NullMarked
package io.zizhi.platform.identity.stepup;

import org.jspecify.annotations.NullMarked;
