/** Shared helpers of the component tests: simulated peers, an HTTP client and forms as JSON. */
@NullMarked
package io.zizhi.qualification.testing;

import org.jspecify.annotations.NullMarked;
