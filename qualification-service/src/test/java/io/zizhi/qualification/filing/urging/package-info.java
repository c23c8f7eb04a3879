/** Tests of requests to hurry. */
@NullMarked
package io.zizhi.qualification.filing.urging;

import org.jspecify.annotations.NullMarked;
