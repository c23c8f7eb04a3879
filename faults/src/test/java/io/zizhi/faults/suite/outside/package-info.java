/** Tests of the SMS gateway and the receivers of webhooks. */
@NullMarked
package io.zizhi.faults.suite.outside;

import org.jspecify.annotations.NullMarked;
